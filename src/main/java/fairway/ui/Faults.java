package fairway.ui;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A failure's types and places without its messages, which may hold what a person typed. */
final class Faults {
    private static final int FRAMES = 25;

    private Faults() {}

    static String trace(@Nullable Throwable failure) {
        var text = new StringBuilder();
        for (var cause = failure; cause != null && text.length() < 20_000; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "\ncaused by ")
                    .append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(FRAMES)
                            .map(frame -> "\n    at " + frame)
                            .collect(Collectors.joining()));
        }
        return text.toString();
    }
}
