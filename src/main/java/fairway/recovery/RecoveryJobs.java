package fairway.recovery;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.identity.Obstacle;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecoveryJobs {
    static final TaskDescriptor<Void> DUE = TaskDescriptor.of("recovery-due");
    static final TaskDescriptor<Void> LAPSE = TaskDescriptor.of("recovery-lapse");
    static final TaskDescriptor<Void> NAME = TaskDescriptor.of("recovery-name");

    @Bean
    Obstacle.Source returnUnderWay(HoldTable holds, Attempts attempts) {
        return (account, goes) ->
                holds.open(account).isPresent() || attempts.running(account) ? List.of(Obstacle.RECOVERY) : List.of();
    }

    @Bean
    OneTimeTask<Void> recoveryDue(ObjectProvider<Waiting> waiting) {
        return Tasks.oneTime(DUE)
                .execute((instance, context) -> waiting.getObject().due(UUID.fromString(instance.getId())));
    }

    @Bean
    OneTimeTask<Void> recoveryLapse(ObjectProvider<Waiting> waiting) {
        return Tasks.oneTime(LAPSE)
                .execute((instance, context) -> waiting.getObject().lapse(UUID.fromString(instance.getId())));
    }

    @Bean
    OneTimeTask<Void> recoveryName(ObjectProvider<Asking> asking) {
        return Tasks.oneTime(NAME)
                .execute((instance, context) -> asking.getObject().answer(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> recoveryForget(Attempts attempts) {
        return Tasks.recurring("recovery-forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> attempts.forgetOld());
    }
}
