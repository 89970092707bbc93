package fairway.signin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long we wait after how many failures in a row; a pure function of the count and the clock. */
enum Patience {
    /** A code of one way: 10, 20 and 50 failures mean 20 minutes, 1 hour and 24 hours. */
    CODE {
        @Override
        Duration after(int failures) {
            return switch (failures) {
                case 10 -> Duration.ofMinutes(20);
                case 20 -> Duration.ofHours(1);
                case 50 -> LONGEST;
                default -> Duration.ZERO;
            };
        }
    },
    BACKUP_CODE {
        @Override
        Duration after(int failures) {
            return failures % 5 == 0 ? Duration.ofMinutes(15) : Duration.ZERO;
        }
    },
    /** A password from any browser we have not seen with this account: 20 minutes after 5, doubling. */
    PASSWORD {
        @Override
        Duration after(int failures) {
            return doubling(failures, 5);
        }
    },
    /** The same from a browser its owner has used: strangers cannot make this one wait. */
    PASSWORD_ON_KNOWN_DEVICE {
        @Override
        Duration after(int failures) {
            return doubling(failures, 10);
        }
    };

    static final int MOST = 100;
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration FIRST = Duration.ofMinutes(20);

    /** Failures in a row and when the last one was. */
    record Count(int failures, @Nullable Instant failedAt) {
        static final Count NONE = new Count(0, null);
    }

    abstract Duration after(int failures);

    Decision decide(Count count, Instant now) {
        if (count.failures() >= MOST) {
            return new Decision.Disabled();
        }
        if (count.failures() == 0 || count.failedAt() == null) {
            return new Decision.Permitted();
        }
        var until = count.failedAt().plus(after(count.failures()));
        return until.isAfter(now) ? new Decision.Wait(until) : new Decision.Permitted();
    }

    private static Duration doubling(int failures, int every) {
        if (failures % every != 0) {
            return Duration.ZERO;
        }
        var wait = FIRST.multipliedBy(1L << Math.min(failures / every - 1, 10));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
