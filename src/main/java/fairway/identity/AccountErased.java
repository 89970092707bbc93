package fairway.identity;

import java.util.UUID;

/** The time to come back is over: what is only the person’s goes now, in this transaction, before its key is destroyed. */
public record AccountErased(UUID account) {}
