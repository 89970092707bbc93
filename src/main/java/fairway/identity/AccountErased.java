package fairway.identity;

import java.util.UUID;

/**
 * The time to come back is over: what is only the person’s goes now, in this transaction, before its key is destroyed. An
 * account that became part of another is told of likewise once that cannot be taken back; what moved is not its own any more.
 */
public record AccountErased(UUID account) {}
