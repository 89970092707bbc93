package fairway.payments;

import java.time.Instant;
import java.util.List;

/** How far the payment of a package is, as far as we know without asking the bank. */
public sealed interface PaymentState {
    /** Nothing was ever begun. */
    record Nothing() implements PaymentState {}

    record Owed(List<IntentView> payments) implements PaymentState {}

    /** The bank has not answered: do not pay again. */
    record Pending(List<IntentView> payments, Instant since) implements PaymentState {}

    /** One of the separate payments is in, another is still owed. */
    record PartlyPaid(List<IntentView> payments) implements PaymentState {}

    record Paid(List<IntentView> payments, Instant at) implements PaymentState {}
}
