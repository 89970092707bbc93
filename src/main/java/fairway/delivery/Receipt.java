package fairway.delivery;

import java.util.UUID;

/** The ledger took the message; {@code repeated} when the same cause had brought it before. */
public record Receipt(UUID message, boolean repeated) {}
