package fairway;

/** One line of the self-audit: where it looked, how it stands, and what it saw in words for the operator. */
record Finding(String area, Level level, String says) {
    enum Level {
        FINE("fine   "),
        NOTE("note   "),
        UNKNOWN("unknown"),
        FAILED("FAILED ");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Finding of(String area, boolean fine, String says) {
        return new Finding(area, fine ? Level.FINE : Level.FAILED, says);
    }

    static Finding note(String area, String says) {
        return new Finding(area, Level.NOTE, says);
    }

    static Finding unknown(String area, String says) {
        return new Finding(area, Level.UNKNOWN, says);
    }
}
