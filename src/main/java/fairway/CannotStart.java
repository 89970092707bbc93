package fairway;

/** Why Fairway cannot start here, in one line that says what to do. */
class CannotStart extends RuntimeException {
    CannotStart(String line) {
        super(line, null, false, false);
    }
}
