package fairway.delivery;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people something outside the pages: once for each cause, tried until it is carried or visibly given up. */
@Component
public class Delivery {
    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    private final Opening opening;
    private final Ledger ledger;
    private final Hearing hearing;
    private final Wording wording;
    private final InstantSource clock;

    Delivery(Opening opening, Ledger ledger, Hearing hearing, Wording wording, InstantSource clock) {
        this.opening = opening;
        this.ledger = ledger;
        this.hearing = hearing;
        this.wording = wording;
        this.clock = clock;
    }

    /** What people told us, and what did not reach them. */
    @Component("deliveryHearing")
    record Hearing(Stops stops, Replies replies, Exceptions exceptions) {}

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
        hearing.stops().stop(channel, address);
    }

    /** Takes {@link #stop} back (START). */
    public void resume(Channel channel, String address) {
        hearing.stops().resume(channel, address);
    }

    /** Whether {@link #stop} holds for this address. */
    public boolean stopped(Channel channel, String address) {
        return hearing.stops().stopped(channel, address);
    }

    /** Keeps that the owner of the account agreed to messages to this address under these words (a message key). */
    @Transactional
    public void agreed(Channel channel, String address, UUID account, Locale language, String words) {
        hearing.replies().agreed(channel, address, account, language, words);
    }

    /** Channels on which the last message to this account never arrived, in the last month. */
    public List<Unreached> unreached(UUID account) {
        return hearing.exceptions().unreached(account, clock.instant().minus(SHOWN_FOR));
    }

    /**
     * Messages that were given up, for the staff's list of exceptions: letters of the last month first, because only people
     * can do something about them, then the latest.
     */
    public List<Failure> failures(int limit) {
        return hearing.exceptions().latest(limit, clock.instant().minus(SHOWN_FOR));
    }

    /** One of them. */
    public Optional<Failure> failure(UUID message) {
        return hearing.exceptions().find(message);
    }

    /** Another message was sent in place of this one, which was given up; its promise is not overdue for ever. */
    @Transactional
    public void replaced(UUID message) {
        opening.replaced(message);
    }

    /** The latest message of this template to the account, whatever became of it. */
    public Optional<UUID> latest(UUID account, Channel channel, String template) {
        return hearing.exceptions().latest(account, channel, template);
    }

    /** How many messages were given up. */
    public int failed() {
        return hearing.exceptions().failed();
    }

    private boolean declined(Message message) {
        return message.purpose() == Purpose.CASE && hearing.stops().stopped(message.channel(), message.address());
    }
}
