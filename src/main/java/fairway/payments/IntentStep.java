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

import java.util.EnumSet;
import java.util.Set;

/** The transition table: every step an attempt can take, from where to where. There is no other way to change a state. */
enum IntentStep {
    /** The card page is open for it. */
    START(STARTED, CREATED, UNKNOWN),
    /** The money is certain; also late, after we had given the attempt up. */
    SUCCEED(SUCCEEDED, STARTED, UNKNOWN, EXPIRED, CANCELLED),
    DECLINE(DECLINED, STARTED, UNKNOWN),
    CANCEL(CANCELLED, STARTED, UNKNOWN),
    EXPIRE(EXPIRED, CREATED, STARTED, UNKNOWN),
    /** The card page has the card but no answer, or gives us none. */
    DOUBT(UNKNOWN, STARTED),
    /** The money came although nothing is owed any more. */
    OWE_BACK(REFUND_PENDING, STARTED, UNKNOWN, EXPIRED, CANCELLED),
    GIVE_BACK(REFUNDED, REFUND_PENDING);

    private final IntentState to;
    private final Set<IntentState> from;

    IntentStep(IntentState to, IntentState first, IntentState... others) {
        this.to = to;
        this.from = Set.copyOf(EnumSet.of(first, others));
    }

    IntentState to() {
        return to;
    }

    Set<IntentState> from() {
        return from;
    }
}
