package fairway.drafts;

import java.util.UUID;

/** A draft was deleted because nobody had touched it for as long as drafts are kept. */
public record DraftEnded(UUID draft, UUID account, String form) {}
