package fairway.passwords;

/** Which rules new passwords meet. */
public enum Demands {
    /** Eight characters with a capital letter, a small letter and a special character. */
    CLASSIC(8, true, Unmet.LENGTH),
    /** Fifteen characters of any kind. */
    STRICT(15, false, Unmet.LENGTH_15);

    private final int shortest;
    private final boolean kinds;
    private final Unmet tooShort;

    Demands(int shortest, boolean kinds, Unmet tooShort) {
        this.shortest = shortest;
        this.kinds = kinds;
        this.tooShort = tooShort;
    }

    int shortest() {
        return shortest;
    }

    /** Whether kinds of characters are asked for. */
    public boolean kinds() {
        return kinds;
    }

    Unmet tooShort() {
        return tooShort;
    }
}
