package fairway.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What becomes of a try to join a filing on paper; whoever cannot prove it learns nothing else. */
enum Ruling {
    JOIN,
    /** Nothing there, another code or another birth date. */
    WRONG,
    EXPIRED,
    /** It is in this account already. */
    OWN,
    /** It is in somebody else’s account. */
    TAKEN;

    static Ruling of(@Nullable PaperFile file, boolean proven, UUID account, Instant now) {
        if (file == null || !proven) {
            return WRONG;
        }
        if (file.claimedBy() != null) {
            return file.claimedBy().equals(account) ? OWN : TAKEN;
        }
        return now.isBefore(file.lock().expiresAt()) ? JOIN : EXPIRED;
    }
}
