package fairway.delivery;

import fairway.promises.Promises;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What ends together: the ledger row and the promise, or the row and the word that it will never arrive. */
@Component
class Ending {
    private final Ledger ledger;
    private final Promises promises;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Ending(
            Ledger ledger,
            Promises promises,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.ledger = ledger;
        this.promises = promises;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    void sent(Ledger.Sending message, String reference) {
        transaction.executeWithoutResult(status -> {
            ledger.end(message.id(), DeliveryState.SENT, reference, clock.instant());
            promises.keep(Opening.PROMISE, message.id().toString());
        });
    }

    /** The promise stays open: it is for the person and the staff to see that it was not kept. */
    void never(Ledger.Sending message, String reason) {
        transaction.executeWithoutResult(status -> {
            ledger.end(message.id(), DeliveryState.FAILED_PERMANENT, reason, clock.instant());
            events.publishEvent(
                    new DeliveryFailed(message.id(), message.account(), message.channel(), message.purpose()));
        });
    }
}
