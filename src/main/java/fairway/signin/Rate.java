package fairway.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** How often something may happen; a pure function of when it happened and the clock. */
enum Rate {
    CONFIRMATION_MAILS(Duration.ofSeconds(60), 5, Duration.ofHours(1), 20),
    CODES(Duration.ofSeconds(60), 5, Duration.ofMinutes(15), 15),
    SIGN_INS_FROM_ONE_PLACE(Duration.ZERO, 20, Duration.ofMinutes(1), 1000),
    SIGN_UPS_FROM_ONE_PLACE(Duration.ZERO, 30, Duration.ofHours(1), 300);

    static final Duration LONG = Duration.ofHours(24);

    private final Duration apart;
    private final int few;
    private final Duration shortTime;
    private final int many;

    Rate(Duration apart, int few, Duration shortTime, int many) {
        this.apart = apart;
        this.few = few;
        this.shortTime = shortTime;
        this.many = many;
    }

    /** {@code happened} newest first. */
    Decision decide(List<Instant> happened, Instant now) {
        var until = latest(after(happened, 1, apart), after(happened, few, shortTime), after(happened, many, LONG));
        return until.isAfter(now) ? new Decision.Wait(until) : new Decision.Permitted();
    }

    private static Instant after(List<Instant> happened, int count, Duration time) {
        return happened.size() < count ? Instant.EPOCH : happened.get(count - 1).plus(time);
    }

    private static Instant latest(Instant... instants) {
        return java.util.Arrays.stream(instants).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
