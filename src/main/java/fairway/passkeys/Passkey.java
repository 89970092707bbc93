package fairway.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it; a {@code suspended} one opens nothing, because there may be a copy of it, and one that was lost nothing either. */
public record Passkey(
        UUID id,
        String label,
        Flags flags,
        Instant boundAt,
        @Nullable Instant usedAt,
        boolean suspended,
        @Nullable Instant lostAt) {

    /** Whether it opens the account now. */
    public boolean opens() {
        return !suspended && lostAt == null;
    }

    /** What the authenticator said of itself: that it checks who holds it, that it can be copied to other devices, and is. */
    public record Flags(boolean userVerified, boolean backupEligible, boolean backedUp) {
        /**
         * The level of NIST SP 800-63B: two with a check of the holder. Never three, because a copy may exist where backup is
         * possible, and nobody has attested a device where it is not.
         */
        public int assurance() {
            return userVerified ? 2 : 1;
        }
    }
}
