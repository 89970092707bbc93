package fairway.audit;

import java.time.Instant;

/** The latest check of the whole chain and when it was. */
public record Verification(Instant at, ChainReport report) {}
