package fairway.forms;

import java.util.Set;

/** A checked CEL expression of an edition; {@link #text()} is how it was written. */
public final class Condition {
    /** True whatever is answered. */
    static final Condition ALWAYS = new Condition("true", _ -> Outcome.YES, Set.of());

    static final Condition NEVER = new Condition("false", _ -> Outcome.NO, Set.of());

    private final String text;
    private final Node root;
    private final Set<String> reads;

    /** A step of evaluation, made once from the checked tree. */
    interface Node {
        Outcome eval(Scope scope);
    }

    Condition(String text, Node root, Set<String> reads) {
        this.text = text;
        this.root = root;
        this.reads = Set.copyOf(reads);
    }

    public String text() {
        return text;
    }

    /** The keys of the items it names. */
    public Set<String> reads() {
        return reads;
    }

    public boolean isAlways() {
        return text.equals("true");
    }

    Outcome eval(Scope scope) {
        return root.eval(scope);
    }

    Outcome decide(Scope scope) {
        return root.eval(scope).asTruth();
    }

    @Override
    public String toString() {
        return text;
    }
}
