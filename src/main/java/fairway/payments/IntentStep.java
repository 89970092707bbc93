package fairway.payments;

import static fairway.payments.IntentState.CANCELLED;
import static fairway.payments.IntentState.CREATED;
import static fairway.payments.IntentState.DECLINED;
import static fairway.payments.IntentState.EXPIRED;
import static fairway.payments.IntentState.REFUNDED;
import static fairway.payments.IntentState.REFUND_PENDING;
import static fairway.payments.IntentState.STARTED;
import static fairway.payments.IntentState.SUCCEEDED;
import static fairway.payments.IntentState.UNKNOWN;

import java.util.Set;

/** The transition table: every step an attempt can take, from where to where. There is no other way to change a state. */
enum IntentStep {
    /** The card page is open for it. */
    START(STARTED),
    /** The money is certain; also late, after we had given the attempt up. */
    SUCCEED(SUCCEEDED),
    DECLINE(DECLINED),
    CANCEL(CANCELLED),
    EXPIRE(EXPIRED),
    /** The card page has the card but no answer, or gives us none. */
    DOUBT(UNKNOWN),
    /** The money came although nothing is owed any more. */
    OWE_BACK(REFUND_PENDING),
    GIVE_BACK(REFUNDED);

    private final IntentState to;

    IntentStep(IntentState to) {
        this.to = to;
    }

    IntentState to() {
        return to;
    }

    Set<IntentState> from() {
        return switch (this) {
            case START -> Set.of(CREATED, UNKNOWN);
            case SUCCEED, OWE_BACK -> Set.of(STARTED, UNKNOWN, EXPIRED, CANCELLED);
            case DECLINE, CANCEL -> Set.of(STARTED, UNKNOWN);
            case EXPIRE -> Set.of(CREATED, STARTED, UNKNOWN);
            case DOUBT -> Set.of(STARTED);
            case GIVE_BACK -> Set.of(REFUND_PENDING);
        };
    }
}
