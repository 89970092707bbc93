package fairway.forms;

import java.util.List;

/** The fee codes owed, and the answers still missing before that is certain. */
public record Fees(List<FeeRef> owed, Because undecided) {
    public Fees {
        owed = List.copyOf(owed);
    }

    public boolean isDecided() {
        return undecided.paths().isEmpty();
    }

    /** A fee code that these answers owe, with the text that says why. */
    public record FeeRef(String code, String whyKey, Because because) {}
}
