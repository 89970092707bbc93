package fairway.support;

import fairway.identity.Mailing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a letter with a code may go. Whoever was in the account could have put a postal address there, so only one proves
 * something that letters could go to for a while; meanwhile the one before it still does.
 */
record ByPost(
        @Nullable Mailing to,
        @Nullable Mailing tooNew,
        @Nullable Instant countsFrom) {
    static final ByPost NOWHERE = new ByPost(null, null, null);

    /** Of addresses newest first. */
    static ByPost of(List<Mailing> mailings, Instant now, Duration age) {
        var present = mailings.stream()
                .filter(mailing -> mailing.until() == null)
                .findFirst()
                .orElse(null);
        if (present == null) {
            return NOWHERE;
        }
        var counts = present.since().plus(age);
        if (!counts.isAfter(now)) {
            return new ByPost(present, null, null);
        }
        var before = mailings.stream()
                .filter(mailing -> lasted(mailing, age))
                .findFirst()
                .orElse(null);
        return new ByPost(before, present, counts);
    }

    /** Everywhere its owner may read that something happens: a thief's address is told as well, not alone. */
    List<Mailing> everywhere() {
        return Stream.of(to, tooNew).filter(Objects::nonNull).toList();
    }

    private static boolean lasted(Mailing mailing, Duration age) {
        var until = mailing.until();
        return until != null && !mailing.since().plus(age).isAfter(until);
    }
}
