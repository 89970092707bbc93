package fairway.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long to wait after how many failures in a row, and after how many it is over, as {@code 10: 20m; 20: 1h; 100: off} or
 * {@code every 5: 20m doubling to 24h; 80: off}; a pure function of the count and the clock.
 */
record Waits(Map<Integer, Duration> after, int most) {
    /** No secret may be guessed at more often in a row, whatever the settings say. */
    static final int MOST = 100;

    private static final Pattern OFF = Pattern.compile("(\\d{1,3}): off");
    private static final Pattern STEP = Pattern.compile("(every )?(\\d{1,3}): (\\S+?)(?: doubling to (\\S+))?");

    Waits {
        after = Map.copyOf(after);
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("Must be off after 1 to " + MOST + " failures, not " + most);
        }
    }

    public static Waits valueOf(String text) {
        var after = new TreeMap<Integer, Duration>();
        int most = 0;
        for (var part : text.split(";", -1)) {
            var off = OFF.matcher(part.strip());
            if (off.matches()) {
                most = Integer.parseInt(off.group(1));
            } else {
                step(part.strip(), after);
            }
        }
        return new Waits(after, most);
    }

    Decision decide(Count count, Instant now) {
        if (count.failures() >= most) {
            return new Decision.Disabled();
        }
        var failedAt = count.failedAt();
        var wait = after.get(count.failures());
        if (failedAt == null || wait == null) {
            return new Decision.Permitted();
        }
        var until = failedAt.plus(wait);
        return until.isAfter(now) ? new Decision.Wait(until) : new Decision.Permitted();
    }

    private static void step(String text, Map<Integer, Duration> after) {
        var read = STEP.matcher(text);
        if (!read.matches()) {
            throw new IllegalArgumentException("Not a step such as '10: 20m' or '100: off': " + text);
        }
        int at = Integer.parseInt(read.group(2));
        var wait = DurationStyle.SIMPLE.parse(read.group(3));
        if (read.group(1) == null) {
            after.put(at, wait);
            return;
        }
        var longest = read.group(4) == null ? wait : DurationStyle.SIMPLE.parse(read.group(4));
        for (int failures = at; failures < MOST; failures += at) {
            after.put(failures, wait);
            wait = wait.multipliedBy(2).compareTo(longest) > 0 ? longest : wait.multipliedBy(2);
        }
    }
}
