package fairway.ui;

import java.time.Duration;

/** We have more work than we can do now; nothing was lost and the person may try again. */
public class Busy extends RuntimeException {
    private final Duration retryAfter;

    public Busy(Duration retryAfter) {
        super("busy", null, false, false);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
