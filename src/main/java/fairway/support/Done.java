package fairway.support;

import java.util.Locale;

/** How an act of an agent went; the ends of text keys. */
enum Done {
    FOUND,
    SENT,
    TOO_OFTEN,
    NO_ADDRESS,
    TOO_NEW,
    ASKED,
    SAID,
    PROPOSED,
    TOO_FEW_PROOFS,
    APPROVED,
    NOTHING_PROPOSED,
    SAME_AGENT,
    OWN_PROOF,
    STOPPED,
    ADDRESS_TAKEN,
    DECLINED,
    CLOSED,
    COMPARED,
    OVER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
