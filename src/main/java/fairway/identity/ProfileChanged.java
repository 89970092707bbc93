package fairway.identity;

import java.util.UUID;

/** The person told us something else about themself; published in the same transaction. */
public record ProfileChanged(UUID account) {}
