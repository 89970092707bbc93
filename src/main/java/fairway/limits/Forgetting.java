package fairway.limits;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets counts that no limit looks at any more. */
@Configuration(proxyBeanMethods = false)
class Forgetting {
    @Bean
    RecurringTask<Void> forgetTallies(Counts counts, InstantSource clock) {
        return Tasks.recurring("limits-forget", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> counts.forgetOld(clock.instant()));
    }
}
