package fairway.delivery;

import com.fasterxml.uuid.NoArgGenerator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.promises.Promises;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What begins together: the ledger row, the job that sends it and the promise to the person. */
@Component
class Opening {
    static final String PROMISE = "delivery";

    private static final Duration GRACE = Duration.ofMinutes(15);

    private final Ledger ledger;
    private final Promises promises;
    private final SchedulerClient jobs;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    Opening(Ledger ledger, Promises promises, SchedulerClient jobs, NoArgGenerator ids, InstantSource clock) {
        this.ledger = ledger;
        this.promises = promises;
        this.jobs = jobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** The id of the new message; nothing when its cause has already brought one. */
    Optional<UUID> open(Message message) {
        var id = ids.generate();
        var now = clock.instant();
        if (!ledger.add(id, message, DeliveryState.CREATED, now)) {
            return Optional.empty();
        }
        jobs.scheduleIfNotExists(DeliveryJobs.SEND.instance(id.toString()).scheduledTo(now));
        if (message.account() != null) {
            var until =
                    RetryPlan.of(message.channel(), message.purpose()).end(now).plus(GRACE);
            promises.open(PROMISE, id.toString(), message.account(), until);
        }
        return Optional.of(id);
    }

    /** Nothing is owed for this message any more: another one says the same. */
    void replaced(UUID message) {
        promises.keep(PROMISE, message.toString());
    }

    /** A row that only says why nothing was sent. */
    Optional<UUID> suppress(Message message) {
        var id = ids.generate();
        return ledger.add(id, message, DeliveryState.SUPPRESSED, clock.instant()) ? Optional.of(id) : Optional.empty();
    }
}
