package fairway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How often something may happen; a pure function of when it happened and the clock. */
enum Rate {
    CONFIRMATION_MAILS(new Limit(Duration.ofSeconds(60), 5, Duration.ofHours(1), 20)),
    CODES(new Limit(Duration.ofSeconds(60), 5, Duration.ofMinutes(15), 15)),
    SIGN_INS_FROM_ONE_PLACE(new Limit(Duration.ZERO, 20, Duration.ofMinutes(1), 1000)),
    SIGN_UPS_FROM_ONE_PLACE(new Limit(Duration.ZERO, 30, Duration.ofHours(1), 300));

    static final Duration LONG = Duration.ofHours(24);

    private final Limit limit;

    Rate(Limit limit) {
        this.limit = limit;
    }

    /** So long between two, so few in a short time, so many in a day. */
    private record Limit(Duration apart, int few, Duration shortTime, int many) {}

    /** {@code happened} newest first. */
    Decision decide(List<Instant> happened, Instant now) {
        var until = latest(
                after(happened, 1, limit.apart()),
                after(happened, limit.few(), limit.shortTime()),
                after(happened, limit.many(), LONG));
        return until.isAfter(now) ? new Decision.Wait(until) : new Decision.Permitted();
    }

    private static Instant after(List<Instant> happened, int count, Duration time) {
        return happened.size() < count ? Instant.EPOCH : happened.get(count - 1).plus(time);
    }

    private static Instant latest(Instant... instants) {
        return java.util.Arrays.stream(instants).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
