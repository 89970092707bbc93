package fairway.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/** How often something may happen, as {@code 60s apart; 5 in 15m}; a pure function of when it happened and the clock. */
record Pace(List<Window> windows) {
    static final Duration LONGEST = Duration.ofHours(24);
    private static final Pattern WINDOW = Pattern.compile("(?:(\\d{1,9}) in (\\S+)|(\\S+) apart)");

    /** So many within so long. */
    record Window(int count, Duration time) {
        Window {
            if (count < 1 || time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("Not a limit within a day: " + count + " in " + time);
            }
        }
    }

    public static Pace valueOf(String text) {
        return new Pace(Arrays.stream(text.split(";", -1))
                .map(part -> window(part.strip()))
                .toList());
    }

    /** {@code happened} newest first. */
    Decision decide(List<Instant> happened, Instant now) {
        var until = windows.stream()
                .filter(window -> happened.size() >= window.count())
                .map(window -> happened.get(window.count() - 1).plus(window.time()))
                .max(Instant::compareTo)
                .orElse(now);
        return until.isAfter(now) ? new Decision.Wait(until) : new Decision.Permitted();
    }

    /** How many of the newest it has to know. */
    int most() {
        return windows.stream().mapToInt(Window::count).max().orElseThrow();
    }

    private static Window window(String text) {
        var read = WINDOW.matcher(text);
        if (!read.matches()) {
            throw new IllegalArgumentException("Not a limit such as '5 in 15m' or '60s apart': " + text);
        }
        return read.group(1) == null
                ? new Window(1, DurationStyle.SIMPLE.parse(read.group(3)))
                : new Window(Integer.parseInt(read.group(1)), DurationStyle.SIMPLE.parse(read.group(2)));
    }
}
