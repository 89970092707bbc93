package fairway.drafts;

import java.time.Instant;
import java.util.UUID;

/** One page of a draft, or one instance of a list, as it was last saved; revision 0 was never saved. */
record SavedPage(
        String page,
        int instance,
        long rev,
        String nonce,
        boolean finished,
        boolean removed,
        String language,
        UUID savedBy,
        Instant savedAt,
        Words words) {

    static SavedPage never(String page, int instance, UUID account) {
        return new SavedPage(page, instance, 0, "", false, false, "en", account, Instant.EPOCH, Words.NONE);
    }

    boolean saved() {
        return rev > 0;
    }
}
