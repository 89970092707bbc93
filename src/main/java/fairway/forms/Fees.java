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
}
