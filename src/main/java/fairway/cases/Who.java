package fairway.cases;

/** Who may do an act. */
public enum Who {
    SYSTEM,
    PERSON,
    OFFICER,
    SUPERVISOR
}
