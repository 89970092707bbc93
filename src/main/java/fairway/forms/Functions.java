package fairway.forms;

import fairway.forms.Condition.Node;
import fairway.forms.Outcome.Basis;
import fairway.forms.Outcome.Gap;
import fairway.forms.Outcome.Rows;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** The closed set of operators and functions of conditions. */
final class Functions {
    private Functions() {}

    static Optional<Node> node(String function, List<Node> args) {
        @Nullable
        Node node = switch (function) {
            case "!_" -> scope -> args.getFirst().eval(scope).not();
            case "@not_strictly_false" -> args.getFirst();
            case "_==_" -> two(args, Functions::equal);
            case "_!=_" -> scope -> two(args, Functions::equal).eval(scope).not();
            case "_<_" -> two(args, (a, b) -> compare(a, b) < 0);
            case "_<=_" -> two(args, (a, b) -> compare(a, b) <= 0);
            case "_>_" -> two(args, (a, b) -> compare(a, b) > 0);
            case "_>=_" -> two(args, (a, b) -> compare(a, b) >= 0);
            case "@in" -> in(args);
            case "same" -> two(args, (a, b) -> folded(a).equals(folded(b)));
            case "startsWith" -> two(args, (a, b) -> ((String) a).startsWith((String) b));
            case "endsWith" -> two(args, (a, b) -> ((String) a).endsWith((String) b));
            case "contains" -> two(args, (a, b) -> ((String) a).contains((String) b));
            case "_+_" -> sum(args, Functions::plus);
            case "_-_" -> sum(args, Functions::minus);
            case "_*_" -> sum(args, (a, b) -> Math.multiplyExact((long) a, (long) b));
            case "-_" -> sum(List.of(_ -> new Outcome(0L, Basis.NOTHING), args.getFirst()), Functions::minus);
            case "size" -> scope -> size(args.getFirst().eval(scope));
            case "empty" -> scope -> empty(args.getFirst().eval(scope));
            case "is_none" -> is(args.getFirst(), Gap.NONE);
            case "is_unknown" -> is(args.getFirst(), Gap.UNKNOWN);
            case "is_withheld" -> is(args.getFirst(), Gap.WITHHELD);
            case "age" -> age(args.getFirst());
            case "year" -> year(args.getFirst());
            case "reasons" -> reasons(args.getFirst());
            default -> null;
        };
        return Optional.ofNullable(node);
    }

    interface Test {
        boolean of(Object a, Object b);
    }

    /** A comparison: with a blank it is false, with an open answer it is open. */
    private static Node two(List<Node> args, Test test) {
        var first = args.get(0);
        var second = args.get(1);
        return scope -> {
            var a = first.eval(scope);
            if (Gap.isFinal(a.value())) {
                return new Outcome(false, a.basis());
            }
            var b = second.eval(scope);
            if (Gap.isFinal(b.value())) {
                return new Outcome(false, b.basis());
            }
            var basis = Basis.join(a.basis(), b.basis());
            return a.isOpen() || b.isOpen()
                    ? new Outcome(Gap.OPEN, basis)
                    : new Outcome(test.of(a.value(), b.value()), basis);
        };
    }

    private static Node in(List<Node> args) {
        return two(args, (a, b) -> b instanceof List<?> list && list.contains(a));
    }

    /** A calculation: with a blank it is blank, with an open answer it is open, beyond all numbers it is blank. */
    private static Node sum(List<Node> args, BinaryOperator<Object> calculation) {
        return scope -> {
            var a = args.get(0).eval(scope);
            var b = args.get(1).eval(scope);
            var basis = Basis.join(a.basis(), b.basis());
            if (Gap.isFinal(a.value()) || Gap.isFinal(b.value())) {
                return new Outcome(Gap.BLANK, basis);
            }
            if (a.isOpen() || b.isOpen()) {
                return new Outcome(Gap.OPEN, basis);
            }
            try {
                return new Outcome(calculation.apply(a.value(), b.value()), basis);
            } catch (ArithmeticException | DateTimeException beyond) {
                return new Outcome(Gap.BLANK, basis);
            }
        };
    }

    private static boolean equal(Object a, Object b) {
        return a.equals(b);
    }

    private static int compare(Object a, Object b) {
        return switch (a) {
            case Long number -> number.compareTo((Long) b);
            case LocalDate date -> date.compareTo((LocalDate) b);
            case Boolean yes -> yes.compareTo((Boolean) b);
            default -> a.toString().compareTo(b.toString());
        };
    }

    private static Object plus(Object a, Object b) {
        return switch (a) {
            case LocalDate date -> date.plusDays((long) b);
            case Long number -> Math.addExact(number, (long) b);
            case List<?> list -> {
                var all = new ArrayList<Object>(list);
                all.addAll((List<?>) b);
                yield List.copyOf(all);
            }
            default -> a.toString() + b;
        };
    }

    private static Object minus(Object a, Object b) {
        if (a instanceof LocalDate later) {
            return b instanceof LocalDate earlier ? ChronoUnit.DAYS.between(earlier, later) : later.minusDays((long) b);
        }
        return Math.subtractExact((long) a, (long) b);
    }

    private static String folded(Object value) {
        if (value instanceof Map<?, ?> boxes) {
            var all = new StringBuilder();
            boxes.forEach((box, words) ->
                    all.append(box).append('=').append(folded(words)).append('|'));
            return all.toString();
        }
        return Places.fold(value.toString());
    }

    private static Outcome size(Outcome of) {
        return switch (of.value()) {
            case Gap gap -> gap == Gap.OPEN ? of : new Outcome(0L, of.basis());
            case Rows(var list, var rows, var open) ->
                new Outcome(open ? Gap.OPEN : (Object) (long) rows.size(), Basis.of(list));
            case List<?> list -> new Outcome((long) list.size(), of.basis());
            default -> new Outcome((long) of.value().toString().length(), of.basis());
        };
    }

    private static Outcome empty(Outcome of) {
        return switch (of.value()) {
            case Gap gap -> gap == Gap.OPEN ? of : new Outcome(true, of.basis());
            case Rows(var list, var rows, var open) -> {
                var nothingYet = rows.isEmpty() && open;
                yield new Outcome(nothingYet ? Gap.OPEN : (Object) rows.isEmpty(), Basis.of(list));
            }
            case List<?> list -> new Outcome(list.isEmpty(), of.basis());
            default -> new Outcome(false, of.basis());
        };
    }

    private static Node is(Node arg, Gap gap) {
        return scope -> {
            var of = arg.eval(scope);
            return of.isOpen() ? of : new Outcome(of.value() == gap, of.basis());
        };
    }

    private static Node age(Node arg) {
        return sum(
                List.of(scope -> scope.name("today"), arg),
                (today, birth) -> ChronoUnit.YEARS.between((LocalDate) birth, (LocalDate) today));
    }

    private static Node year(Node arg) {
        return sum(List.of(arg, _ -> Outcome.YES), (date, _) -> (long) ((LocalDate) date).getYear());
    }

    /** The reasons a category allows come from the scope, which knows the table. */
    private static Node reasons(Node arg) {
        return scope -> {
            var code = arg.eval(scope);
            if (code.value() instanceof String known) {
                var reasons = scope.name("reasons(" + known + ")");
                return new Outcome(reasons.value(), code.basis());
            }
            return code;
        };
    }
}
