package fairway.payments;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One attempt to pay for one group of fees of a package. */
record Intent(
        UUID id,
        UUID pack,
        String group,
        UUID quote,
        long cents,
        Locale language,
        IntentState state,
        @Nullable String reason,
        @Nullable String lastFour,
        Instant createdAt,
        Instant expiresAt,
        Instant changedAt) {

    IntentView view() {
        return new IntentView(group, cents, state, changedAt, reason, lastFour);
    }
}
