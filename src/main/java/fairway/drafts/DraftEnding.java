package fairway.drafts;

import java.time.Instant;
import java.util.UUID;

/** A draft will be deleted soon if nobody touches it; whoever alerts people tells its person. */
public record DraftEnding(UUID draft, UUID account, int daysLeft, Instant until) {}
