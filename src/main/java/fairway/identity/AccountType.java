package fairway.identity;

/** What an account is for. */
public enum AccountType {
    /** Applicant, petitioner or requestor: persons and employers. */
    APPLICANT,
    /** Attorney or accredited representative. */
    REPRESENTATIVE,
    /** Somebody who works for the agency. */
    STAFF
}
