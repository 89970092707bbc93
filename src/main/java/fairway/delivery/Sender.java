package fairway.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Brings one message one try further: a short transaction, the carrier outside any, a short transaction. */
@Component
class Sender {
    private final Ledger ledger;
    private final Wording wording;
    private final Carriers carriers;
    private final Ending ending;
    private final InstantSource clock;

    Sender(Ledger ledger, Wording wording, Carriers carriers, Ending ending, InstantSource clock) {
        this.ledger = ledger;
        this.wording = wording;
        this.carriers = carriers;
        this.ending = ending;
        this.clock = clock;
    }

    /** The time of the next try, or nothing when the message is finished. */
    Optional<Instant> tryToSend(UUID id) {
        return ledger.begin(id, clock.instant()).flatMap(this::tryToSend);
    }

    private Optional<Instant> tryToSend(Ledger.Sending message) {
        if (late(message)) {
            ending.never(message, Reason.of(Reason.Code.TOO_LATE));
            return Optional.empty();
        }
        var content = ledger.contentOf(message.id());
        if (ending.stopped(message, content.address())) {
            ending.silenced(message);
            return Optional.empty();
        }
        var outcome = carriers.of(message.channel()).carry(wording.letter(message, content));
        return switch (outcome) {
            case Carrier.Outcome.Carried(var reference) -> {
                ending.sent(message, reference);
                yield Optional.empty();
            }
            case Carrier.Outcome.Later(var reason) -> later(message, reason);
            case Carrier.Outcome.Never(var reason) -> {
                ending.never(message, reason);
                yield Optional.empty();
            }
        };
    }

    private Optional<Instant> later(Ledger.Sending message, Reason.Coded reason) {
        var now = clock.instant();
        var next = RetryPlan.of(message.channel(), message.purpose()).next(message.tries(), message.createdAt(), now);
        next.ifPresentOrElse(
                at -> ledger.postpone(message.id(), reason.stored(), at, now), () -> ending.never(message, reason));
        return next;
    }

    private boolean late(Ledger.Sending message) {
        return clock.instant()
                .isAfter(RetryPlan.of(message.channel(), message.purpose()).end(message.createdAt()));
    }
}
