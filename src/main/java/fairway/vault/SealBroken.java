package fairway.vault;

/** A sealed value does not open: changed, moved to another context, under another key, or its key was destroyed. */
public class SealBroken extends RuntimeException {
    SealBroken(String message) {
        super(message);
    }
}
