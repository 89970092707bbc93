package fairway.limits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Failures in a row and when the last one was. */
public record Count(int failures, @Nullable Instant failedAt) {
    public static final Count NONE = new Count(0, null);
}
