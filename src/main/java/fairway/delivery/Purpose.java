package fairway.delivery;

/** Security messages are worth minutes and cannot be declined; messages about a case are tried for a day. */
public enum Purpose {
    SECURITY,
    CASE
}
