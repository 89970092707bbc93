package fairway.delivery;

import fairway.delivery.Delivery.Hearing;
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
    private final Hearing hearing;
    private final Tools tools;

    Ending(Ledger ledger, Promises promises, TransactionTemplate transaction, Hearing hearing, Tools tools) {
        this.ledger = ledger;
        this.promises = promises;
        this.transaction = transaction;
        this.hearing = hearing;
        this.tools = tools;
    }

    @Component("deliveryEndingTools")
    record Tools(ApplicationEventPublisher events, InstantSource clock) {}

    void sent(Ledger.Sending message, String reference) {
        transaction.executeWithoutResult(status -> {
            ledger.end(
                    message.id(), DeliveryState.SENT, reference, tools.clock().instant());
            promises.keep(Opening.PROMISE, message.id().toString());
        });
    }

    /** Its reader said STOP while it was on its way: nothing is owed any more. */
    void silenced(Ledger.Sending message) {
        transaction.executeWithoutResult(status -> {
            ledger.end(
                    message.id(),
                    DeliveryState.SUPPRESSED,
                    Reason.of(Reason.Code.STOPPED).stored(),
                    tools.clock().instant());
            promises.keep(Opening.PROMISE, message.id().toString());
        });
    }

    boolean stopped(Ledger.Sending message, String address) {
        return message.purpose() == Purpose.CASE && hearing.stops().stopped(message.channel(), address);
    }

    /** The promise stays open: it is for the person and the staff to see that it was not kept. */
    void never(Ledger.Sending message, Reason.Coded reason) {
        transaction.executeWithoutResult(status -> {
            hearing.exceptions()
                    .unreached(
                            message.id(),
                            message.channel(),
                            ledger.contentOf(message.id()).address());
            ledger.end(
                    message.id(),
                    DeliveryState.FAILED_PERMANENT,
                    reason.stored(),
                    tools.clock().instant());
            tools.events()
                    .publishEvent(
                            new DeliveryFailed(message.id(), message.account(), message.channel(), message.purpose()));
        });
    }
}
