package fairway.bench;

/** The bench cannot go on; the message says why in one line. */
final class CannotMeasure extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotMeasure(String why) {
        super(why);
    }
}
