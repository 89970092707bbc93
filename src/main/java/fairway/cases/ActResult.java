package fairway.cases;

import java.util.List;

/** What came of an act on a case. */
public sealed interface ActResult {
    record Done() implements ActResult {}

    /** The case moved on since the form was shown: this is what happened meanwhile. */
    record Stale(List<CaseEvent> meanwhile) implements ActResult {}

    /** The last day given is not between tomorrow and the ceiling of the rule. */
    record WrongDay() implements ActResult {}

    /** There is no such case for this officer. */
    record NotYours() implements ActResult {}
}
