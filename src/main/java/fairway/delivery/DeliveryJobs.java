package fairway.delivery;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.vault.KeptColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryJobs {
    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("delivery-send");

    private static final Duration LOST_AFTER = Duration.ofMinutes(10);

    @Bean
    KeptColumn keptStops() {
        return KeptColumn.fingerprint("delivery.stopped", "address");
    }

    @Bean
    KeptColumn keptAgreements() {
        return KeptColumn.fingerprint("delivery.agreed", "address");
    }

    /** One job a message, named by its id; it comes back until the message is finished. */
    @Bean
    CustomTask<Void> deliverySend(Sender sender, InstantSource clock) {
        return Tasks.custom(SEND)
                .onFailure((complete, operations) ->
                        operations.reschedule(complete, clock.instant().plus(Duration.ofMinutes(1))))
                .execute((instance, context) -> sender.tryToSend(UUID.fromString(instance.getId()))
                        .<CompletionHandler<Void>>map(DeliveryJobs::again)
                        .orElseGet(CompletionHandler.OnCompleteRemove::new));
    }

    /** Gives a new job to messages that have lost theirs. */
    @Bean
    RecurringTask<Void> deliverySweep(Ledger ledger, InstantSource clock) {
        return Tasks.recurring("delivery-sweep", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> ledger.stuckSince(
                                clock.instant().minus(LOST_AFTER), 1000)
                        .forEach(id -> context.getSchedulerClient()
                                .scheduleIfNotExists(
                                        SEND.instance(id.toString()).scheduledTo(clock.instant()))));
    }

    private static CompletionHandler<Void> again(Instant next) {
        return (complete, operations) -> operations.reschedule(complete, next);
    }
}
