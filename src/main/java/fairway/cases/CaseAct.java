package fairway.cases;

/** What can happen to a case; each act leaves one event in its history. */
public enum CaseAct {
    OPEN(Shown.PERSON),
    TAKE(Shown.PERSON),
    PUT_BACK(Shown.PERSON),
    REQUEST_EVIDENCE(Shown.PERSON),
    ANSWER_REQUEST(Shown.PERSON),
    REQUEST_LAPSED(Shown.PERSON),
    SCHEDULE_APPOINTMENT(Shown.PERSON),
    APPOINTMENT_OVER(Shown.PERSON),
    PROPOSE_APPROVAL(Shown.STAFF),
    PROPOSE_DENIAL(Shown.STAFF),
    SEND_BACK(Shown.STAFF),
    TAKE_BACK(Shown.STAFF),
    APPROVE(Shown.PERSON),
    DENY(Shown.PERSON),
    WITHDRAW(Shown.PERSON),
    CLOSE(Shown.PERSON),
    REJECT(Shown.PERSON),
    REOPEN(Shown.PERSON),
    CHANGE_ADDRESS(Shown.PERSON),
    CHANGE_ACCOUNT(Shown.PERSON),
    POST_NOTICE(Shown.PERSON),
    NOTE(Shown.STAFF);

    private enum Shown {
        PERSON,
        STAFF
    }

    private final Shown shown;

    CaseAct(Shown shown) {
        this.shown = shown;
    }

    /** Whether the person sees it in the history of the case. */
    public boolean shownToPerson() {
        return shown == Shown.PERSON;
    }

    String key(String part) {
        return "cases.act." + name() + "." + part;
    }
}
