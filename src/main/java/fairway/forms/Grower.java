package fairway.forms;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import fairway.forms.Condition.Node;
import fairway.forms.Outcome.Basis;
import fairway.forms.Steps.Loop;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grows the steps of evaluation from a checked tree; refuses what conditions may not use. */
final class Grower {
    private final String where;
    private final String text;
    private final CelExpr tree;
    private final Names names;
    private final Set<String> reads = new LinkedHashSet<>();
    private final Map<String, String> lists = new HashMap<>();

    Grower(String where, String text, CelAbstractSyntaxTree checked, Names names, @Nullable String list) {
        this.where = where;
        this.text = text;
        this.tree = checked.getExpr();
        this.names = names;
        if (list != null) {
            lists.put("it", list);
        }
    }

    Condition grow() {
        var root = node(tree);
        return new Condition(text, root, reads, reveal(tree).orElse(null));
    }

    private Node node(CelExpr e) {
        return switch (e.getKind()) {
            case CONSTANT -> constant(e);
            case IDENT -> name(e.ident().name());
            case SELECT -> select(e);
            case CALL -> call(e);
            case LIST -> listOf(e);
            case COMPREHENSION -> loop(e);
            case STRUCT, MAP, NOT_SET -> throw refuse("a map or struct");
        };
    }

    private BadEdition refuse(String what) {
        return new BadEdition(where, "conditions do not use " + what + ": " + text);
    }

    private Node constant(CelExpr e) {
        var constant = e.constant();
        Object value = switch (constant.getKind()) {
            case BOOLEAN_VALUE -> constant.booleanValue();
            case INT64_VALUE -> constant.int64Value();
            case STRING_VALUE -> constant.stringValue();
            case NOT_SET, NULL_VALUE, UINT64_VALUE, DOUBLE_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
                throw refuse("a constant such as this");
        };
        var outcome = new Outcome(value, Basis.NOTHING);
        return _ -> outcome;
    }

    private Node name(String name) {
        if (names.variables().containsKey(name) && names.isItem(name)) {
            reads.add(name);
        }
        return scope -> scope.name(name);
    }

    private Node select(CelExpr e) {
        var operand = node(e.select().operand());
        var field = e.select().field();
        keyOf(e).filter(key -> e.select().operand().getKind() == Kind.IDENT
                        && lists.containsKey(e.select().operand().ident().name()))
                .ifPresent(reads::add);
        return scope -> Steps.select(operand.eval(scope), field);
    }

    private Node listOf(CelExpr e) {
        var elements = e.list().elements().stream().map(this::node).toList();
        return scope -> Steps.list(elements.stream().map(n -> n.eval(scope)).toList());
    }

    private Node call(CelExpr e) {
        var call = e.call();
        var args = new ArrayList<CelExpr>();
        call.target().ifPresent(args::add);
        args.addAll(call.args());
        checkWords(call.function(), args);
        var nodes = args.stream().map(this::node).toList();
        return switch (call.function()) {
            case "_&&_" -> both(nodes, false);
            case "_||_" -> both(nodes, true);
            case "_?_:_" -> scope -> Steps.choose(nodes.get(0).eval(scope), nodes.get(1), nodes.get(2), scope);
            case "date" -> date(args.getFirst());
            default -> Functions.node(call.function(), nodes).orElseThrow(() -> refuse(call.function()));
        };
    }

    private static Node both(List<Node> nodes, boolean deciding) {
        return scope -> {
            var left = nodes.get(0).eval(scope);
            if (left.value().equals(deciding) && left.basis().size() <= 1) {
                return left;
            }
            var right = nodes.get(1).eval(scope);
            return deciding ? Outcome.or(left, right) : Outcome.and(left, right);
        };
    }

    private Node date(CelExpr e) {
        if (e.getKind() != Kind.CONSTANT) {
            throw refuse("date() of anything but a written date");
        }
        try {
            var outcome = new Outcome(LocalDate.parse(e.constant().stringValue()), Basis.NOTHING);
            return _ -> outcome;
        } catch (DateTimeParseException bad) {
            throw new BadEdition(where, "not a date: " + e.constant().stringValue() + " in: " + text);
        }
    }

    private Node loop(CelExpr e) {
        var loop = e.comprehension();
        var range = node(loop.iterRange());
        keyOf(loop.iterRange()).ifPresent(key -> lists.put(loop.iterVar(), key));
        var init = node(loop.accuInit());
        var go = node(loop.loopCondition());
        var step = node(loop.loopStep());
        var result = node(loop.result());
        lists.remove(loop.iterVar());
        return new Loop(loop.iterVar(), loop.accuVar(), range, init, go, step, result);
    }

    /** The item key an expression stands for, if it plainly names one. */
    private Optional<String> keyOf(CelExpr e) {
        return switch (e.getKind()) {
            case IDENT ->
                Optional.of(lists.getOrDefault(e.ident().name(), e.ident().name()));
            case SELECT ->
                keyOf(e.select().operand()).map(key -> key + "." + e.select().field());
            case CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION, NOT_SET -> Optional.empty();
        };
    }

    private Optional<Condition.Reveal> reveal(CelExpr e) {
        if (e.getKind() != Kind.CALL) {
            return keyOf(e).filter(this::isAnswer).map(key -> new Condition.Reveal(key, List.of("yes")));
        }
        var args = e.call().args();
        return switch (e.call().function()) {
            case "!_" ->
                keyOf(args.getFirst()).filter(this::isAnswer).map(key -> new Condition.Reveal(key, List.of("no")));
            case "_==_", "@in" ->
                keyOf(args.getFirst())
                        .filter(this::isAnswer)
                        .flatMap(key -> words(args.get(1)).map(words -> new Condition.Reveal(key, words)));
            default -> Optional.empty();
        };
    }

    private boolean isAnswer(String key) {
        return names.isItem(key) && !key.startsWith("@");
    }

    private static Optional<List<String>> words(CelExpr e) {
        if (e.getKind() == Kind.LIST) {
            var words = e.list().elements().stream().map(Grower::words).toList();
            return words.stream().allMatch(Optional::isPresent)
                    ? Optional.of(words.stream()
                            .flatMap(Optional::stream)
                            .flatMap(List::stream)
                            .toList())
                    : Optional.empty();
        }
        if (e.getKind() != Kind.CONSTANT) {
            return Optional.empty();
        }
        return switch (e.constant().getKind()) {
            case STRING_VALUE -> Optional.of(List.of(e.constant().stringValue()));
            case BOOLEAN_VALUE -> Optional.of(List.of(e.constant().booleanValue() ? "yes" : "no"));
            case INT64_VALUE -> Optional.of(List.of(Long.toString(e.constant().int64Value())));
            case NOT_SET, NULL_VALUE, UINT64_VALUE, DOUBLE_VALUE, BYTES_VALUE, DURATION_VALUE, TIMESTAMP_VALUE ->
                Optional.empty();
        };
    }

    /** A choice compared with a word it can never be is a mistake, not a false. */
    private void checkWords(String function, List<CelExpr> args) {
        if (!Set.of("_==_", "_!=_", "@in").contains(function)) {
            return;
        }
        for (int side = 0; side < 2; side++) {
            var other = args.get(1 - side);
            keyOf(args.get(side)).flatMap(names::words).ifPresent(words -> checkLiterals(words, other));
        }
    }

    private void checkLiterals(List<String> words, CelExpr e) {
        if (e.getKind() == Kind.LIST) {
            e.list().elements().forEach(element -> checkLiterals(words, element));
        }
        if (e.getKind() == Kind.CONSTANT && !words.contains(e.constant().stringValue())) {
            throw new BadEdition(
                    where, "'" + e.constant().stringValue() + "' is none of the admitted words in: " + text);
        }
    }
}
