package fairway.ui;

/** Nothing here for this visitor; said the same way for what is foreign and what does not exist. */
public class NotFound extends RuntimeException {
    public NotFound() {
        super("not found", null, false, false);
    }
}
