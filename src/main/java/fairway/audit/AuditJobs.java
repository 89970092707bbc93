package fairway.audit;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditJobs {
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);

    @Bean
    RecurringTask<Void> auditChain(Links links) {
        return Tasks.recurring("audit-chain", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> linkAll(links));
    }

    /** Every night, when few people work. */
    @Bean
    RecurringTask<Void> auditVerify(Verifications verifications, ZoneId legalZone) {
        return Tasks.recurring("audit-verify", new Daily(legalZone, AT_NIGHT))
                .execute((instance, context) -> verifications.verify(true));
    }

    private static void linkAll(Links links) {
        boolean more = true;
        while (more) {
            more = links.linkBatch();
        }
    }
}
