package fairway.recovery;

import fairway.identity.EmailAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return that waits; at its end a link goes to the address. */
record Hold(
        UUID id,
        UUID account,
        Origin origin,
        EmailAddress address,
        Locale language,
        Times times,
        Recovery.State state) {
    enum Kind {
        SELF,
        ASSISTED
    }

    /** {@code via} is nothing for the help desk; {@code backed} by more than a link. */
    record Origin(Kind kind, @Nullable Proof via, boolean backed) {
        static final Origin DESK = new Origin(Kind.ASSISTED, null, true);

        static Origin of(Attempt attempt) {
            return new Origin(Kind.SELF, attempt.via(), attempt.shown().contains(Proof.TEXT));
        }
    }

    record Times(
            Instant beganAt,
            Instant dueAt,
            @Nullable Instant sentAt,
            @Nullable Instant endedAt) {}

    boolean over() {
        return state != Recovery.State.HELD && state != Recovery.State.READY;
    }

    Recovery.Status status() {
        return new Recovery.Status(id, account, state, times.beganAt(), times.dueAt(), times.endedAt());
    }
}
