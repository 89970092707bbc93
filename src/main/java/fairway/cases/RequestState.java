package fairway.cases;

/** Where a request for evidence stands, apart from the case it belongs to. */
public enum RequestState {
    ISSUED,
    ANSWERED,
    OVERDUE,
    CLOSED;

    /** What may follow: one answer, or the day passes, or the case ends first. */
    boolean mayBecome(RequestState next) {
        return switch (this) {
            case ISSUED -> next != ISSUED;
            case OVERDUE, ANSWERED -> next == CLOSED;
            case CLOSED -> false;
        };
    }
}
