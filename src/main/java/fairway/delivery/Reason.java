package fairway.delivery;

import java.util.Arrays;

/** Why a message did not leave. It is kept as a code, so that staff read it in their language. */
public sealed interface Reason {

    /** {@code detail} is what a machine said besides: the number of an answer or the name of a fault, the same in every language. */
    record Coded(Code code, String detail) implements Reason {
        String stored() {
            return detail.isEmpty() ? code.name() : code.name() + " " + detail;
        }
    }

    /** A sentence, as they were kept before there were codes. */
    record Sentence(String words) implements Reason {}

    /** Everything that keeps a message from leaving. */
    enum Code {
        TOO_LATE,
        STOPPED,
        MAIL_SIGN_IN_REFUSED,
        MAIL_NOT_TAKEN,
        MAIL_FAULT,
        MAIL_ADDRESS_UNUSABLE,
        MAIL_ADDRESS_REFUSED,
        TEXT_ANSWER,
        TEXT_FAULT,
        SPOOL_FAULT
    }

    static Coded of(Code code) {
        return new Coded(code, "");
    }

    static Coded of(Code code, String detail) {
        return new Coded(code, detail);
    }

    /** As the ledger has it. */
    static Reason read(String stored) {
        var space = stored.indexOf(' ');
        var first = space < 0 ? stored : stored.substring(0, space);
        return Arrays.stream(Code.values())
                .filter(code -> code.name().equals(first))
                .findFirst()
                .<Reason>map(code -> new Coded(code, space < 0 ? "" : stored.substring(space + 1)))
                .orElseGet(() -> new Sentence(stored));
    }
}
