package fairway.vault;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks each minute whether something is still under an earlier key, and brings it under the current one. */
@Configuration(proxyBeanMethods = false)
class Rewrapping {
    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);

    @Bean
    RecurringTask<Void> vaultRewrap(Turning turning) {
        return Tasks.recurring("vault-rewrap", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> turning.turn(LOG::info));
    }
}
