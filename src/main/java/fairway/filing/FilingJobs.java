package fairway.filing;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What filing does without being asked. */
@Configuration(proxyBeanMethods = false)
class FilingJobs {
    /** Makes the copy of a filing for its person; the instance is the filing's id. */
    static final TaskDescriptor<Void> COPY = TaskDescriptor.of("filing.copy");

    @Bean
    RecurringTask<Void> draftEnds(Discarding drafts) {
        return Tasks.recurring("filing.draft-ends", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    drafts.remind();
                    while (drafts.endExpired() > 0) {
                        drafts.remind();
                    }
                });
    }

    @Bean
    OneTimeTask<Void> filingCopy(FilingCopies copies) {
        return Tasks.oneTime(COPY)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(10), 2))
                .execute((instance, context) -> copies.make(UUID.fromString(instance.getId())));
    }
}
