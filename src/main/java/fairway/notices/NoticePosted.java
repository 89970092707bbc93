package fairway.notices;

import java.util.UUID;

/** A notice is in the person's account; published in the transaction that posts it. */
public record NoticePosted(UUID notice, UUID caseId) {}
