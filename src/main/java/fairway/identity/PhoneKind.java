package fairway.identity;

/** What a telephone of somebody is for. */
public enum PhoneKind {
    DAY,
    MOBILE,
    HOME,
    WORK
}
