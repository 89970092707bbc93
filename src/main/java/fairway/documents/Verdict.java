package fairway.documents;

import java.util.Locale;

/** What the malware scan found; officers may open only what is clean or, after a warning, not scanned. */
public enum Verdict {
    PENDING,
    CLEAN,
    INFECTED,
    UNREADABLE,
    NOT_SCANNED;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
