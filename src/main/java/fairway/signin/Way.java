package fairway.signin;

/** How somebody gets their one-time codes, in the order in which we offer them. */
public enum Way {
    TEXT,
    APP,
    EMAIL;

    /** The end of text keys and the value in forms. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
