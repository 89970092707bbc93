package fairway.payments;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import java.time.Instant;

/** A filing package that is to be paid for. */
record Pack(UUID id, UUID account, UUID quote, String returnPath, @Nullable Instant settledAt) {
    boolean settled() {
        return settledAt != null;
    }
}
