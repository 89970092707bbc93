package fairway.payments;

import java.util.UUID;

/** Money that came in without being owed is on its way back ({@code returned} false) or is back. */
public record PaymentRefunded(UUID pack, UUID intent, boolean returned) {}
