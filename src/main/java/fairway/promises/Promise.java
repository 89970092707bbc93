package fairway.promises;

import java.time.Instant;
import java.util.UUID;

/** A promise not yet kept; {@code about} is the id of the thing, {@code kind} tells which module made it. */
public record Promise(String kind, String about, UUID to, Instant madeAt, Instant until, boolean overdue) {}
