package fairway.cases;

/** The two decisions an officer can propose and another can confirm. */
public enum Decision {
    APPROVAL(CaseAct.PROPOSE_APPROVAL, CaseAct.APPROVE),
    DENIAL(CaseAct.PROPOSE_DENIAL, CaseAct.DENY);

    private final CaseAct proposal;
    private final CaseAct confirmation;

    Decision(CaseAct proposal, CaseAct confirmation) {
        this.proposal = proposal;
        this.confirmation = confirmation;
    }

    public CaseAct proposal() {
        return proposal;
    }

    public CaseAct confirmation() {
        return confirmation;
    }
}
