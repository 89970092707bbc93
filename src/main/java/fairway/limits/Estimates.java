package fairway.limits;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts in memory, for what is asked too often to write each time down. An estimate of this node only: spans begin on the
 * full minute and hour, and it forgets when too many ask at once.
 */
final class Estimates {
    private static final int MOST = 200_000;

    private final ConcurrentHashMap<String, List<Span>> all = new ConcurrentHashMap<>();
    private final int most;

    Estimates() {
        this(MOST);
    }

    Estimates(int most) {
        this.most = most;
    }

    /** How often within one span of time, the how manieth of its length since the epoch. */
    private record Span(Pace.Window window, long index, int count) {
        static Span first(Pace.Window window, Instant now) {
            return new Span(window, index(window, now), 1);
        }

        Span next(Instant now) {
            return index == index(window, now) ? new Span(window, index, count + 1) : first(window, now);
        }

        boolean full() {
            return count > window.count();
        }

        Instant end() {
            return Instant.ofEpochMilli((index + 1) * window.time().toMillis());
        }

        private static long index(Pace.Window window, Instant now) {
            return now.toEpochMilli() / window.time().toMillis();
        }
    }

    Decision take(String key, Pace pace, Instant now) {
        if (all.size() > most) {
            all.values()
                    .removeIf(
                            spans -> spans.stream().noneMatch(span -> span.end().isAfter(now)));
        }
        if (all.size() > most) {
            all.clear();
        }
        var spans = all.compute(
                key,
                (any, known) -> known == null
                        ? pace.windows().stream()
                                .map(window -> Span.first(window, now))
                                .toList()
                        : known.stream().map(span -> span.next(now)).toList());
        return spans.stream()
                .filter(Span::full)
                .map(Span::end)
                .max(Instant::compareTo)
                .<Decision>map(Decision.Wait::new)
                .orElseGet(Decision.Permitted::new);
    }
}
