package fairway.forms;

/** Why there is no value: only an open question leaves a condition undecided. */
enum Gap {
    OPEN,
    BLANK,
    NONE,
    UNKNOWN,
    WITHHELD,
    HIDDEN;

    static boolean isOpen(Object value) {
        return value == OPEN;
    }

    /** Whether nothing is there and nothing more will come. */
    static boolean isFinal(Object value) {
        return value instanceof Gap && value != OPEN;
    }
}
