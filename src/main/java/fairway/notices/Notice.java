package fairway.notices;

import java.time.Instant;
import java.util.UUID;

/** A letter about a case that was posted in an account. */
public record Notice(UUID id, UUID caseId, long cause, NoticeKind kind, Instant postedAt) {}
