package fairway.payments;

import java.util.UUID;

/** An attempt ended without money: {@code declined}, {@code cancelled} or {@code expired}. */
public record PaymentFailed(UUID pack, String reason) {}
