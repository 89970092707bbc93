package fairway.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person has written to an officer but not sent.
 *
 * @param rev how often it was saved
 * @param window the showing of the page that the last save came from
 */
public record UnsentAnswer(
        String text,
        long rev,
        @Nullable UUID window,
        @Nullable Instant savedAt) {
    static final UnsentAnswer NONE = new UnsentAnswer("", 0, null, null);

    boolean says(String other) {
        return text.strip().equals(other.strip());
    }
}
