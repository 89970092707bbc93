package fairway.settings;

import fairway.identity.EmailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new address on its way to becoming the account's. */
record AddressChange(
        UUID id,
        UUID account,
        Kind kind,
        EmailAddress address,
        UUID session,
        Instant dueAt,
        @Nullable Instant confirmedAt) {
    enum Kind {
        /** User name, and where all e-mail goes; waits before it takes effect. */
        SIGN_IN,
        /** A second address; takes effect when its owner opens the link. */
        RECOVERY;

        String key() {
            return this == SIGN_IN ? "email" : "recovery";
        }
    }

    enum Ending {
        DONE,
        CANCELLED,
        REPLACED,
        LAPSED,
        STOPPED
    }

    boolean confirmed() {
        return confirmedAt != null;
    }
}
