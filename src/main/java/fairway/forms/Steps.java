package fairway.forms;

import fairway.forms.Condition.Node;
import fairway.forms.Outcome.Row;
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
}
