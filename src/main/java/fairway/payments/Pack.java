package fairway.payments;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filing package that is to be paid for. */
record Pack(
        UUID id,
        UUID account,
        UUID quote,
        String returnPath,
        @Nullable Instant settledAt) {
    boolean settled() {
        return settledAt != null;
    }
}
