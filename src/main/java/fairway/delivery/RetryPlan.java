package fairway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When to try again: soon at first, then hourly for a day; what only minutes are worth is given up after ten. */
record RetryPlan(List<Duration> first, Duration until) {
    static final RetryPlan DAY = new RetryPlan(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)), Duration.ofHours(24));
    static final RetryPlan MINUTES = new RetryPlan(
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(2)), Duration.ofMinutes(10));

    private static final Duration HOURLY = Duration.ofHours(1);

    /** Paper is never a matter of minutes. */
    static RetryPlan of(Channel channel, Purpose purpose) {
        if (channel == Channel.LETTER) {
            return DAY;
        }
        return switch (purpose) {
            case SECURITY -> MINUTES;
            case CASE -> DAY;
        };
    }

    /** The time after this many failed tries, or nothing when it is time to give up. */
    Optional<Instant> next(int tries, Instant created, Instant now) {
        var pause = tries <= first.size() ? first.get(tries - 1) : HOURLY;
        var next = now.plus(pause);
        return next.isAfter(end(created)) ? Optional.empty() : Optional.of(next);
    }

    Instant end(Instant created) {
        return created.plus(until);
    }
}
