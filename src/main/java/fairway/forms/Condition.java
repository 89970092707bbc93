package fairway.forms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A checked CEL expression of an edition; {@link #text()} is how it was written. */
public final class Condition {
    /** True whatever is answered. */
    static final Condition ALWAYS = new Condition("true", _ -> Outcome.YES, Set.of(), null);

    static final Condition NEVER = new Condition("false", _ -> Outcome.NO, Set.of(), null);

    private final String text;
    private final Node root;
    private final Set<String> reads;
    private final @Nullable Reveal reveal;

    /** A condition that only asks whether one item has one of these answers; {@code yes} and {@code no} for a yes/no. */
    public record Reveal(String key, List<String> values) {
        public Reveal {
            values = List.copyOf(values);
        }
    }

    /** A step of evaluation, made once from the checked tree. */
    interface Node {
        Outcome eval(Scope scope);
    }

    Condition(String text, Node root, Set<String> reads, @Nullable Reveal reveal) {
        this.text = text;
        this.root = root;
        this.reads = Set.copyOf(reads);
        this.reveal = reveal;
    }

    public String text() {
        return text;
    }

    /** The keys of the items it names. */
    public Set<String> reads() {
        return reads;
    }

    /** The same as a plain test of one item, where it is that simple, so that a browser can show and hide by itself. */
    public Optional<Reveal> reveal() {
        return Optional.ofNullable(reveal);
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

    /** What the names of a condition stand for while it is evaluated. */
    interface Scope {
        Outcome name(String name);

        /** The same, with one more name. */
        default Scope with(String name, Outcome outcome) {
            var outer = this;
            return asked -> asked.equals(name) ? outcome : outer.name(asked);
        }
    }
}
