package fairway.forms;

import java.util.List;

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
}
