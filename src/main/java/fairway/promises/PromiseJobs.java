package fairway.promises;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for promises not kept in time, each minute. */
@Configuration(proxyBeanMethods = false)
class PromiseJobs {
    @Bean
    RecurringTask<Void> overduePromises(Promises promises) {
        return Tasks.recurring("promises.overdue", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> promises.notice());
    }
}
