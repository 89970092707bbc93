package fairway.identity;

import java.util.UUID;

/** A person told us a new address; whoever works with addresses reads it in the transaction that tells it. */
public record AddressChanged(UUID account, UUID change) {}
