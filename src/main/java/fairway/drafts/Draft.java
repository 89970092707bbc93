package fairway.drafts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/** The head of a draft: whose it is, of which edition, and how long it is kept. */
public record Draft(
        UUID id,
        UUID account,
        UUID key,
        String form,
        LocalDate edition,
        Locale language,
        long rev,
        Status status,
        Progress progress,
        Instant created,
        Instant touched,
        Instant expires) {

    public enum Status {
        /** Can be changed. */
        OPEN,
        /** Signed and frozen; can be reopened until something is paid. */
        SIGNED,
        /** Received by the agency. */
        FILED
    }

    /** Where the person was and how far they had come when the draft was last saved. */
    public record Progress(String place, int percent, int pagesLeft) {}

    public boolean open() {
        return status == Status.OPEN;
    }
}
