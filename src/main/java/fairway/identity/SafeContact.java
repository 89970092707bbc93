package fairway.identity;

/**
 * For somebody whose mail or telephone others may look at: {@code on} makes every message say nothing, {@code texts} says
 * whether any news may come by text at all.
 */
public record SafeContact(boolean on, boolean texts) {
    static final SafeContact OFF = new SafeContact(false, true);

    /** Whether news may be told to a telephone. */
    public boolean allowsTexts() {
        return !on || texts;
    }
}
