package fairway.drafts;

import java.time.Instant;
import java.util.UUID;

/** A draft in a list; {@code signed} ones wait for their payment, {@code path} is where to go on. */
public record DraftSummary(
        UUID id,
        String number,
        String title,
        int percent,
        int pagesLeft,
        boolean signed,
        Instant touched,
        Instant expires,
        String path) {}
