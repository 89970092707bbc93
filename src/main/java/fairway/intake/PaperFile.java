package fairway.intake;

import fairway.cases.ReceiptNumber;
import fairway.identity.AccountNumber;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filing on paper, the account made for it, and whose it is since somebody joined it. */
record PaperFile(
        UUID id,
        UUID account,
        AccountNumber number,
        UUID caseId,
        ReceiptNumber receipt,
        Lock lock,
        @Nullable UUID claimedBy) {
    /** What a try is compared with: the slow hash of access code and birth date. */
    record Lock(String hash, Instant expiresAt) {
        @Override
        public String toString() {
            return "Lock[" + expiresAt + "]";
        }
    }
}
