package fairway.cases;

import java.time.Instant;
import java.util.UUID;

/** A decision that waits for a second officer, with what the first one wrote into it. */
public record Proposal(Decision decision, UUID by, Instant at, String reasons) {}
