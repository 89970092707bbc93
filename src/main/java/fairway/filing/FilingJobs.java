package fairway.filing;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import fairway.identity.OwnedRows;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What filing does without being asked. */
@Configuration(proxyBeanMethods = false)
class FilingJobs {
    /** Makes the copy of a filing for its person; the instance is the filing's id. */
    static final TaskDescriptor<Void> COPY = TaskDescriptor.of("filing.copy");

    @Bean
    OwnedRows packagesMoved(JdbcClient db) {
        return OwnedRows.all(db, "filing.package");
    }

    @Bean
    OwnedRows filingsMoved(JdbcClient db) {
        return OwnedRows.all(db, "filing.filing");
    }

    @Bean
    OneTimeTask<Void> filingCopy(FilingCopies copies) {
        return Tasks.oneTime(COPY)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 2))
                .execute((instance, context) -> copies.make(UUID.fromString(instance.getId())));
    }
}
