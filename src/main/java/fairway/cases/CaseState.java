package fairway.cases;

/** Where a case stands in its life; "submitted" and "awaiting payment" come before and belong to the filing. */
public enum CaseState {
    RECEIVED(false),
    IN_PROCESS(false),
    WAITING_ON_APPLICANT(false),
    APPOINTMENT_PENDING(false),
    DECISION_PENDING_REVIEW(false),
    APPROVED(true),
    DENIED(true),
    WITHDRAWN(true),
    CLOSED(true),
    REJECTED(true);

    private final boolean closed;

    CaseState(boolean closed) {
        this.closed = closed;
    }

    /** Nothing more happens here unless the case is reopened. */
    public boolean closed() {
        return closed;
    }
}
