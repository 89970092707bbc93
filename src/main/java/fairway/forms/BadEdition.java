package fairway.forms;

/** An edition that must not be used: says in which file, at which key, and why. */
public final class BadEdition extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadEdition(String where, String why) {
        super(where + ": " + why);
    }
}
