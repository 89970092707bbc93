package fairway.forms;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What an expression came to, a value or a {@link Gap}, and the answers that decided it. */
record Outcome(Object value, Basis basis) {
    static final Outcome YES = new Outcome(true, Basis.NOTHING);
    static final Outcome NO = new Outcome(false, Basis.NOTHING);

    /** The instances of a list; open while the person may still add some. */
    record Rows(String list, List<Row> rows, boolean open) {}

    /** One instance of a list. */
    interface Row {
        Outcome field(String name);
    }

    boolean isOpen() {
        return Gap.isOpen(value);
    }

    /** As a yes or no: blank counts as no. */
    Outcome asTruth() {
        return Gap.isFinal(value) ? new Outcome(false, basis) : this;
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    boolean isFalse() {
        return Boolean.FALSE.equals(value);
    }

    static Outcome and(Outcome left, Outcome right) {
        return decide(left.asTruth(), right.asTruth(), false);
    }

    static Outcome or(Outcome left, Outcome right) {
        return decide(left.asTruth(), right.asTruth(), true);
    }

    Outcome not() {
        var truth = asTruth();
        return truth.isOpen() ? truth : new Outcome(!truth.isTrue(), basis);
    }

    /** Kleene: one operand with the deciding value is enough; else an open one leaves it open. */
    private static Outcome decide(Outcome left, Outcome right, boolean deciding) {
        var leftDecides = left.value().equals(deciding);
        var rightDecides = right.value().equals(deciding);
        if (leftDecides && rightDecides) {
            return new Outcome(deciding, Basis.smaller(left.basis(), right.basis()));
        }
        if (leftDecides) {
            return left;
        }
        if (rightDecides) {
            return right;
        }
        var basis = Basis.join(left.basis(), right.basis());
        return new Outcome(left.isOpen() || right.isOpen() ? Gap.OPEN : !deciding, basis);
    }

    /** Why there is no value: only an open question leaves a condition undecided. */
    enum Gap {
        OPEN,
        BLANK,
        NONE,
        UNKNOWN,
        WITHHELD,
        HIDDEN;

        static boolean isOpen(Object value) {
            return value == OPEN;
        }

        /** Whether nothing is there and nothing more will come. */
        static boolean isFinal(Object value) {
            return value instanceof Gap && value != OPEN;
        }
    }

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
}
