package fairway.ui;

import java.time.Duration;

/** A limit is reached; the page says when to come back. */
public class TooMany extends RuntimeException {
    private final Duration retryAfter;

    public TooMany(Duration retryAfter) {
        super("too many", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
