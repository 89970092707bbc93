package fairway.drafts;

import java.util.Locale;

/** What the answers or a document in another language ask for and what is not here; {@code slot} is where it belongs. */
public record Missing(What what, String key, String title, String slot) {
    public enum What {
        PAPER,
        TRANSLATION,
        CERTIFICATE
    }

    /** Names this gap among all of a draft. */
    public String id() {
        return what.name().toLowerCase(Locale.ROOT) + "." + key;
    }
}
