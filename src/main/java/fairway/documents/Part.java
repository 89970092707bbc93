package fairway.documents;

import java.util.List;
import java.util.Locale;

/** What a file is: evidence itself, the English translation of another, or the translator's certificate for it. */
public enum Part {
    FILE,
    TRANSLATION,
    CERTIFICATE;

    static List<Part> additions() {
        return List.of(TRANSLATION, CERTIFICATE);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
