package fairway.support;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody looks at a person's account. */
enum Reason {
    CALL,
    MESSAGE,
    VISIT,
    FAULT;

    static Optional<Reason> read(String typed) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(typed))
                .findFirst();
    }

    /** The end of text keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
