package fairway.merging;

import fairway.identity.Obstacle;
import java.time.Instant;
import java.util.Set;

/** Whether a joining may be carried out: by somebody else, after the rest, with nothing under way on either side. */
record Approval(Merge.State state, Instant from, boolean own, Set<Obstacle> obstacles) {
    Done by(Instant now) {
        if (state != Merge.State.PROVEN) {
            return Done.OVER;
        }
        if (own) {
            return Done.OWN;
        }
        if (from.isAfter(now)) {
            return Done.TOO_EARLY;
        }
        return obstacles.isEmpty() ? Done.ALLOWED : Done.BLOCKED;
    }
}
