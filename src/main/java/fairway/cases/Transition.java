package fairway.cases;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table: in this state this act leads there.
 *
 * @param from where the case stands; none before it exists
 * @param second whether somebody other than the one who proposed must do it
 */
public record Transition(@Nullable CaseState from, CaseAct act, CaseState to, Who who, boolean second) {}
