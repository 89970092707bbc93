package fairway.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How long each request took and what went wrong. */
final class Tally {
    private int[] micros = new int[1024];
    private int count;
    private final Map<String, Integer> faults = new TreeMap<>();
    private double seconds;
    private boolean sorted;

    synchronized void done(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1000);
        sorted = false;
    }

    synchronized void fault(String what) {
        faults.merge(what, 1, Integer::sum);
    }

    synchronized void lasted(double time) {
        seconds = time;
    }

    /** Two windows, or the workers of one. */
    synchronized Tally add(Tally other) {
        micros = Arrays.copyOf(micros, Math.max(1, count + other.count));
        System.arraycopy(other.micros, 0, micros, count, other.count);
        count += other.count;
        seconds += other.seconds;
        other.faults.forEach((what, times) -> faults.merge(what, times, Integer::sum));
        sorted = false;
        return this;
    }

    synchronized int count() {
        return count;
    }

    synchronized int faults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized String faultWords() {
        return faults.isEmpty() ? "none" : faults.toString();
    }

    synchronized double rate() {
        return seconds == 0 ? 0 : count / seconds;
    }

    /** In milliseconds. */
    synchronized double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        if (!sorted) {
            Arrays.sort(micros, 0, count);
            sorted = true;
        }
        return micros[Math.min(count - 1, (int) Math.ceil(share * count) - 1)] / 1000.0;
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%.1f a second, p50 %.1f ms, p99 %.1f ms, %d errors",
                rate(),
                percentile(0.50),
                percentile(0.99),
                faults());
    }

    /** Rate, p50, p95, p99, errors as cells of a table. */
    String cells() {
        return String.format(
                Locale.ROOT,
                "%.1f | %.1f | %.1f | %.1f | %d%s",
                rate(),
                percentile(0.50),
                percentile(0.95),
                percentile(0.99),
                faults(),
                faults() == 0 ? "" : " " + faultWords());
    }
}
