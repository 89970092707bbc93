package fairway.passwords;

/** Which rules new passwords meet. */
public enum Demands {
    /** Eight characters with a capital letter, a small letter and a special character. */
    CLASSIC(8, true),
    /** Fifteen characters of any kind. */
    STRICT(15, false);

    private final int shortest;
    private final boolean kinds;

    Demands(int shortest, boolean kinds) {
        this.shortest = shortest;
        this.kinds = kinds;
    }

    public int shortest() {
        return shortest;
    }

    /** Whether kinds of characters are asked for. */
    public boolean kinds() {
        return kinds;
    }
}
