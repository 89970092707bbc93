package fairway.documents;

import java.util.Locale;

/** Why a file was not taken; each has a text that says how to put it right. */
public enum Refusal {
    NO_FILE,
    EMPTY,
    TOO_BIG,
    TOO_MANY,
    TOO_SLOW,
    INTERRUPTED,
    CLOSED,
    TYPE,
    HEIC,
    WORD,
    MISMATCH,
    MIXED,
    DAMAGED,
    ENCRYPTED,
    SCRIPT,
    LAUNCH,
    INNER_FILES,
    LIVE_FORM,
    MEDIA,
    PAGES,
    PIXELS,
    COMPLEX,
    UNREADABLE,
    INFECTED,
    QUOTA;

    String key() {
        return "documents.refused." + name().toLowerCase(Locale.ROOT);
    }
}
