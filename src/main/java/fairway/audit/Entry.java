package fairway.audit;

import java.time.Instant;
import java.util.UUID;

/** An act as recorded; {@code number} grows in the order of writing. */
public record Entry(UUID id, long number, Instant at, Act act) {}
