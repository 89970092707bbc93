package fairway.merging;

import java.util.Locale;

/** How an act of staff went; the ends of text keys. */
enum Done {
    ALLOWED,
    JOINED,
    REFUSED,
    UNDONE,
    OVER,
    OWN,
    TOO_EARLY,
    BLOCKED,
    /** Somebody works in one of the accounts at this moment. */
    BUSY;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
