package fairway.reach;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts what each address asks within a minute and within an hour. An estimate of this node only: it forgets at each new
 * hour, and when too many addresses ask at once.
 */
final class Limits {
    private static final int ADDRESSES = 200_000;

    private final int perMinute;
    private final int perHour;
    private final ConcurrentHashMap<String, Count> counts = new ConcurrentHashMap<>();

    Limits(int perMinute, int perHour) {
        this.perMinute = perMinute;
        this.perHour = perHour;
    }

    private record Count(long minute, int inMinute, long hour, int inHour) {
        Count at(long nowMinute) {
            long nowHour = nowMinute / 60;
            return new Count(
                    nowMinute, minute == nowMinute ? inMinute + 1 : 1, nowHour, hour == nowHour ? inHour + 1 : 1);
        }
    }

    /** How long to wait, or empty when this one may go through. */
    Optional<Duration> ask(String address, Instant now) {
        long minute = now.getEpochSecond() / 60;
        if (counts.size() > ADDRESSES) {
            counts.values().removeIf(count -> count.hour() != minute / 60);
        }
        if (counts.size() > ADDRESSES) {
            counts.clear();
        }
        var count = counts.compute(
                address, (key, known) -> known == null ? new Count(minute, 1, minute / 60, 1) : known.at(minute));
        if (count.inHour() > perHour) {
            return Optional.of(Duration.ofSeconds((minute / 60 + 1) * 3600 - now.getEpochSecond()));
        }
        return count.inMinute() > perMinute
                ? Optional.of(Duration.ofSeconds((minute + 1) * 60 - now.getEpochSecond()))
                : Optional.empty();
    }
}
