package fairway.delivery;

/** The way to a person. */
public enum Channel {
    EMAIL,
    TEXT,
    LETTER
}
