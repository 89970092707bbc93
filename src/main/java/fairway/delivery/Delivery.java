package fairway.delivery;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something outside the pages: once for each cause, tried until it is carried or visibly given up. */
@Component
public class Delivery {
    private final Opening opening;
    private final Ledger ledger;
    private final Stops stops;
    private final Wording wording;

    Delivery(Opening opening, Ledger ledger, Stops stops, Wording wording) {
        this.opening = opening;
        this.ledger = ledger;
        this.stops = stops;
        this.wording = wording;
    }

    /** Takes the message into the ledger in the caller's transaction; it leaves the house soon after that commits. */
    @Transactional
    public Receipt send(Message message) {
        wording.requireKnown(message.channel(), message.template());
        var fresh = declined(message) ? opening.suppress(message) : opening.open(message);
        return fresh.map(id -> new Receipt(id, false))
                .orElseGet(() -> new Receipt(ledger.idOf(message.dedupe()), true));
    }

    /** Where the message of this cause stands; empty when there was none. */
    public Optional<DeliveryState> stateOf(String dedupe) {
        return ledger.stateOf(dedupe);
    }

    /** Nothing about cases goes to this address any more (STOP); security messages still do. */
    public void stop(Channel channel, String address) {
        stops.stop(channel, address);
    }

    /** Takes {@link #stop} back (START). */
    public void resume(Channel channel, String address) {
        stops.resume(channel, address);
    }

    private boolean declined(Message message) {
        return message.purpose() == Purpose.CASE && stops.stopped(message.channel(), message.address());
    }
}
