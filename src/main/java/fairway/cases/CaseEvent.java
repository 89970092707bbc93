package fairway.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line in the history of a case; never changed, never removed.
 *
 * @param words what the actor wrote
 * @param reference what came of it, such as a notice or a request
 * @param detail a code that says which kind
 */
public record CaseEvent(
        long seq,
        CaseAct what,
        CaseState state,
        Who who,
        @Nullable UUID actor,
        Instant at,
        String words,
        @Nullable UUID reference,
        String detail) {}
