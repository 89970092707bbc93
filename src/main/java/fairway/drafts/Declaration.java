package fairway.drafts;

import fairway.legal.LegalText;
import java.time.Instant;

/** What an interpreter or preparer signed on the filer's device; {@code who} is the name of their text. */
public record Declaration(String who, String name, Instant at, LegalText text) {}
