package fairway.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** The answers an outcome rests on, joined cheaply and listed only when someone asks; one answer, or others joined. */
record Basis(String path, List<Basis> joined, int size) {
    static final Basis NOTHING = new Basis("", List.of(), 0);

    static Basis of(String path) {
        return new Basis(path, List.of(), 1);
    }

    static Basis join(Basis left, Basis right) {
        if (left.size() == 0) {
            return right;
        }
        return right.size() == 0 ? left : new Basis("", List.of(left, right), left.size() + right.size());
    }

    static Basis smaller(Basis left, Basis right) {
        return right.size() < left.size() ? right : left;
    }

    SequencedSet<String> paths() {
        var paths = new LinkedHashSet<String>();
        collect(paths);
        return paths;
    }

    private void collect(SequencedSet<String> into) {
        if (!path.isEmpty()) {
            into.add(path);
        }
        joined.forEach(part -> part.collect(into));
    }
}
