package fairway.vault;

import java.time.Instant;
import java.util.List;

/** A kind of key: the number in force, since when, one waiting to come into force, and what is still under earlier ones. */
public record KeyState(KeyKind kind, int current, Instant since, boolean waiting, List<Left> left) {
    /** Values of one place that are still under earlier keys. */
    public record Left(String place, long count) {}

    public long behind() {
        return left.stream().mapToLong(Left::count).sum();
    }
}
