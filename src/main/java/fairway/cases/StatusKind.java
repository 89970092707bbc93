package fairway.cases;

/** The look of a status: amber only where somebody must act, green only for a good end, never red for a decision. */
final class StatusKind {
    private StatusKind() {}

    static String of(PublicStatus.Shown shown) {
        return switch (shown) {
            case RECEIVED, IN_PROCESS -> "info";
            case WAITING_ON_APPLICANT, APPOINTMENT_PENDING -> "todo";
            case APPROVED -> "done";
            case DENIED, WITHDRAWN, CLOSED, REJECTED -> "quiet";
        };
    }
}
