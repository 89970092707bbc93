package fairway.identity;

import java.util.UUID;

/** The account stands for itself again, as before it became part of the other. */
public record AccountParted(UUID account, UUID from) {}
