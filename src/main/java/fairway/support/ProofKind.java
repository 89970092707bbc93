package fairway.support;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody shows that an account is theirs, and how long they have for it. */
enum ProofKind {
    EMAIL(Sort.ADDRESS, Duration.ofHours(24)),
    TEXT(Sort.ADDRESS, Duration.ofMinutes(10)),
    LETTER(Sort.POST, Duration.ofDays(21)),
    DOCUMENT(Sort.DOCUMENT, Duration.ofDays(21));

    /** Two proofs of one sort are worth one: who reads a mailbox may well hold the phone. */
    enum Sort {
        ADDRESS,
        POST,
        DOCUMENT
    }

    private final Sort sort;
    private final Duration life;

    ProofKind(Sort sort, Duration life) {
        this.sort = sort;
        this.life = life;
    }

    Sort sort() {
        return sort;
    }

    Duration life() {
        return life;
    }

    boolean byCode() {
        return sort != Sort.DOCUMENT;
    }

    /** The end of text keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ProofKind> read(String typed) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(typed)).findFirst();
    }
}
