package fairway.forms;

import fairway.forms.Condition.Node;
import fairway.forms.Condition.Scope;
import fairway.forms.Outcome.Basis;
import fairway.forms.Outcome.Gap;
import fairway.forms.Outcome.Row;
import fairway.forms.Outcome.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The steps that are not functions: selection, lists, choice. */
final class Steps {
    private Steps() {}

    static Outcome select(Outcome from, String field) {
        if (from.value() instanceof Row row) {
            return row.field(field);
        }
        if (from.value() instanceof Map<?, ?> boxes) {
            var value = boxes.get(field);
            return new Outcome(Objects.requireNonNullElse(value, Gap.BLANK), from.basis());
        }
        return from;
    }

    static Outcome list(List<Outcome> elements) {
        var values = new ArrayList<Object>();
        var basis = Basis.NOTHING;
        for (var element : elements) {
            if (element.isOpen()) {
                return element;
            }
            values.add(element.value());
            basis = Basis.join(basis, element.basis());
        }
        return new Outcome(List.copyOf(values), basis);
    }

    static Outcome choose(Outcome condition, Node then, Node otherwise, Scope scope) {
        var truth = condition.asTruth();
        if (truth.isOpen()) {
            return truth;
        }
        var chosen = (truth.isTrue() ? then : otherwise).eval(scope);
        return new Outcome(chosen.value(), Basis.join(truth.basis(), chosen.basis()));
    }

    /** exists, all, exists_one and filter, as the parser spells them out; a list that may still grow leaves open what it could still change. */
    record Loop(String variable, String sum, Node range, Node init, Node go, Node step, Node result)
            implements Condition.Node {

        @Override
        public Outcome eval(Scope scope) {
            var over = range.eval(scope);
            if (over.isOpen()) {
                return over;
            }
            var start = init.eval(scope);
            var total = start;
            for (var element : elements(over)) {
                var inside = scope.with(sum, total).with(variable, element);
                if (go.eval(inside).isFalse()) {
                    break;
                }
                total = step.eval(inside);
            }
            var decided = result.eval(scope.with(sum, total));
            if (over.value() instanceof Rows(var list, var rows, var open)) {
                return open ? stillOpen(start, decided, list) : grounded(start, decided, list);
            }
            return decided.equals(start) ? new Outcome(decided.value(), over.basis()) : decided;
        }

        private static List<Outcome> elements(Outcome over) {
            var elements = new ArrayList<Outcome>();
            if (over.value() instanceof Rows(var list, var rows, var open)) {
                rows.forEach(row -> elements.add(new Outcome(row, Basis.NOTHING)));
            } else if (over.value() instanceof List<?> words) {
                words.forEach(word -> elements.add(new Outcome(word, over.basis())));
            }
            return elements;
        }

        private static Outcome stillOpen(Outcome start, Outcome decided, String list) {
            var more = new Outcome(Gap.OPEN, Basis.of(list));
            if (start.isFalse()) {
                return Outcome.or(decided, more);
            }
            return start.isTrue() ? Outcome.and(decided, more) : more;
        }

        /** An outcome that no single instance forced also rests on there being no others. */
        private static Outcome grounded(Outcome start, Outcome decided, String list) {
            var forced = start.value() instanceof Boolean
                    && decided.value() instanceof Boolean
                    && !start.value().equals(decided.value());
            return forced ? decided : new Outcome(decided.value(), Basis.join(Basis.of(list), decided.basis()));
        }
    }
}
