package fairway.payments;

import java.util.EnumSet;
import java.util.Set;

/** Where one attempt to pay stands. */
public enum IntentState {
    CREATED,
    STARTED,
    SUCCEEDED,
    DECLINED,
    CANCELLED,
    EXPIRED,
    UNKNOWN,
    REFUND_PENDING,
    REFUNDED;

    /** Something can still happen on the card page or at the bank, so nothing else may begin. */
    public boolean underWay() {
        return this == CREATED || this == STARTED || this == UNKNOWN;
    }

    Set<IntentState> next() {
        var next = EnumSet.noneOf(IntentState.class);
        for (var step : IntentStep.values()) {
            if (step.from().contains(this)) {
                next.add(step.to());
            }
        }
        return next;
    }
}
