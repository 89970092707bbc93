package fairway.forms;

/** How loudly a finding speaks; an installation may set another level ({@link Levels}). */
public enum Level {
    /** Cannot be signed. */
    BLOCK,
    /** Must be read and accepted, then may be filed. */
    WARN,
    /** Shown once. */
    TIP,
    /** Shown to officers only. */
    OFFICE;

    /** Why an installation cannot have the levels it wants. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String line, String why) {
            super("“" + line + "”: " + why);
        }
    }
}
