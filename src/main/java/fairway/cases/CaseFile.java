package fairway.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case as it stands now.
 *
 * @param version number of its latest event; every form of an act carries it
 * @param key seals whatever is written about the case
 * @param officer who works on it
 * @param proposer who proposed the decision that waits for a second officer
 * @param shownSince when the person last saw something change
 */
public record CaseFile(
        UUID id,
        UUID filing,
        UUID account,
        String form,
        String edition,
        ReceiptNumber receipt,
        CaseState state,
        long version,
        UUID key,
        boolean shielded,
        @Nullable UUID officer,
        @Nullable UUID proposer,
        Instant receivedAt,
        Instant changedAt,
        Instant shownSince) {
    public PublicStatus.Shown shown() {
        return PublicStatus.project(state);
    }
}
