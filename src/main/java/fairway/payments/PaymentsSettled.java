package fairway.payments;

import java.util.UUID;

/** Everything owed for the package is paid; published once, in the transaction that makes the last payment certain. */
public record PaymentsSettled(UUID pack) {}
