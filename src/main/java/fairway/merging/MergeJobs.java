package fairway.merging;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.audit.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MergeJobs {
    /** Data is the joining. */
    static final TaskDescriptor<String> SWEEP = TaskDescriptor.of("merging-sweep", String.class);

    static final TaskDescriptor<Void> SETTLE = TaskDescriptor.of("merging-settle");
    static final TaskDescriptor<Void> UNDO = TaskDescriptor.of("merging-undo");
    private static final Duration AGAIN = Duration.ofSeconds(10);

    @Bean
    OneTimeTask<String> mergingSweep(ObjectProvider<Deciding> deciding) {
        return Tasks.oneTime(SWEEP)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AGAIN))
                .execute((job, context) -> deciding.getObject().sweep(UUID.fromString(job.getData())));
    }

    @Bean
    OneTimeTask<Void> mergingSettle(ObjectProvider<Deciding> deciding) {
        return Tasks.oneTime(SETTLE)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AGAIN))
                .execute((job, context) -> deciding.getObject().settle(UUID.fromString(job.getId())));
    }

    @Bean
    OneTimeTask<Void> mergingUndo(ObjectProvider<Deciding> deciding) {
        return Tasks.oneTime(UNDO)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AGAIN))
                .execute((job, context) -> deciding.getObject().undo(UUID.fromString(job.getId()), Actor.anonymous()));
    }

    @Bean
    RecurringTask<Void> mergingLapse(MergeTable table, InstantSource clock) {
        return Tasks.recurring("merging-lapse", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> table.lapse(clock.instant()));
    }
}
