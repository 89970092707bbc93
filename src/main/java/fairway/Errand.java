package fairway;

/** What a start is for. */
enum Errand {
    /** Serve people until it is stopped. */
    SERVE,
    /** Serve nobody, so that the JVM remembers a start. */
    REHEARSE,
    VERIFY_AUDIT,
    ADMIN_LINK,
    KEYS_STATUS,
    KEYS_ROTATE,
    SELF_AUDIT;

    /** Whether it does one thing, prints it and ends, without pages and jobs. */
    boolean oneThing() {
        return this != SERVE && this != REHEARSE;
    }

    /** Whether it may be done beside a Fairway that is running on the same data folder. */
    boolean besideOthers() {
        return this == KEYS_STATUS || this == KEYS_ROTATE || this == SELF_AUDIT;
    }
}
