package fairway.cases;

import java.time.Instant;

/** What anybody who has the receipt number may know: a pure projection of the state, nothing about the person. */
public record PublicStatus(ReceiptNumber receipt, String form, Shown shown, Instant receivedAt, Instant since) {
    /** The states as the public sees them: work inside the agency is one of them. */
    public enum Shown {
        RECEIVED,
        IN_PROCESS,
        WAITING_ON_APPLICANT,
        APPOINTMENT_PENDING,
        APPROVED,
        DENIED,
        WITHDRAWN,
        CLOSED,
        REJECTED;

        public String key(String part) {
            return "cases.status." + name() + "." + part;
        }
    }

    /** A decision that waits for a second officer is not news yet, and must not look like any. */
    static Shown project(CaseState state) {
        return switch (state) {
            case RECEIVED -> Shown.RECEIVED;
            case IN_PROCESS, DECISION_PENDING_REVIEW -> Shown.IN_PROCESS;
            case WAITING_ON_APPLICANT -> Shown.WAITING_ON_APPLICANT;
            case APPOINTMENT_PENDING -> Shown.APPOINTMENT_PENDING;
            case APPROVED -> Shown.APPROVED;
            case DENIED -> Shown.DENIED;
            case WITHDRAWN -> Shown.WITHDRAWN;
            case CLOSED -> Shown.CLOSED;
            case REJECTED -> Shown.REJECTED;
        };
    }
}
