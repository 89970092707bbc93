package fairway.cases;

import java.util.UUID;

/** Something happened to a case; published in the transaction in which it happened. {@code seq} finds its event. */
public record CaseChanged(UUID caseId, CaseAct what, long seq) {}
