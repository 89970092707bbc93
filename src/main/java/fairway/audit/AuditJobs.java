package fairway.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditJobs {
    @Bean
    RecurringTask<Void> auditChain(Links links) {
        return Tasks.recurring("audit-chain", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> linkAll(links));
    }

    private static void linkAll(Links links) {
        boolean more = true;
        while (more) {
            more = links.linkBatch();
        }
    }
}
