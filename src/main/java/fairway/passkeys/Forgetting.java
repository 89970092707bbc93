package fairway.passkeys;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets questions that nobody answered in time. */
@Configuration(proxyBeanMethods = false)
class Forgetting {
    @Bean
    RecurringTask<Void> forgetQuestions(Ceremonies ceremonies) {
        return Tasks.recurring("passkeys-forget", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> ceremonies.forgetOld());
    }
}
