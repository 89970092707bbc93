package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import fairway.forms.Condition.Scope;
import fairway.forms.Outcome.Basis;
import fairway.forms.Outcome.Gap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random conditions over random answers: the laws of three-valued logic, the reference evaluator, and honest reasons. */
@Execution(ExecutionMode.CONCURRENT)
class KleeneTests {
    private static final List<String> TRUTHS = List.of("b0", "b1", "b2", "b3");
    private static final List<String> NUMBERS = List.of("n0", "n1", "n2");
    private static final List<String> WORDS = List.of("c0", "c1");
    private static final int ROUNDS = 400;

    private final Edition edition = new SmallForm().pages("""
                    - id: start
                      items:
                        - {id: b0, type: yes_no}
                        - {id: b1, type: yes_no}
                        - {id: b2, type: yes_no}
                        - {id: b3, type: yes_no}
                        - {id: n0, type: int}
                        - {id: n1, type: int}
                        - {id: n2, type: int}
                        - {id: c0, type: choice, choices: [x, y, z]}
                        - {id: c1, type: choice, choices: [x, y, z]}
                    """).edition();
    private final Conditions conditions =
            new Conditions(new Names(edition.parts(), edition.rules(), edition.categories(), edition.context()));

    private static String condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return switch (random.nextInt(4)) {
                case 0 ->
                    number(random, 1)
                            + pick(random, List.of(" < ", " <= ", " > ", " >= ", " == ", " != "))
                            + number(random, 1);
                case 1 ->
                    pick(random, WORDS) + pick(random, List.of(" == ", " != ")) + "'"
                            + pick(random, List.of("x", "y", "z")) + "'";
                case 2 -> pick(random, WORDS) + " in ['x', 'z']";
                default -> pick(random, TRUTHS);
            };
        }
        var left = "(" + condition(random, depth - 1) + ")";
        var right = "(" + condition(random, depth - 1) + ")";
        return switch (random.nextInt(5)) {
            case 0 -> "!" + left;
            case 1, 2 -> left + " && " + right;
            case 3 -> left + " || " + right;
            default -> left + " ? " + right + " : (" + condition(random, depth - 1) + ")";
        };
    }

    private static String number(Random random, int depth) {
        if (depth == 0 || random.nextBoolean()) {
            return random.nextBoolean() ? pick(random, NUMBERS) : Integer.toString(random.nextInt(5));
        }
        return "(" + number(random, 0) + pick(random, List.of(" + ", " - ", " * ")) + number(random, 0) + ")";
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Map<String, Object> answers(Random random) {
        var all = new HashMap<String, Object>();
        TRUTHS.forEach(name -> all.put(name, random.nextBoolean()));
        NUMBERS.forEach(name -> all.put(name, (long) random.nextInt(5)));
        WORDS.forEach(name -> all.put(name, pick(random, List.of("x", "y", "z"))));
        return all;
    }

    private static Map<String, Object> some(Random random, Map<String, Object> all) {
        var some = new HashMap<>(all);
        some.keySet().removeIf(_ -> random.nextInt(3) == 0);
        return some;
    }

    private Outcome eval(String condition, Map<String, Object> answers) {
        Scope scope = name -> new Outcome(answers.getOrDefault(name, Gap.OPEN), Basis.of(name));
        return conditions.truth("test", condition, Condition.ALWAYS).decide(scope);
    }

    @Test
    void on_full_answers_the_reference_evaluator_agrees() throws Exception {
        var random = new Random(1);
        var compiler = reference();
        CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().build();
        for (int i = 0; i < ROUNDS; i++) {
            var condition = condition(random, 3);
            var program = runtime.createProgram(compiler.compile(condition).getAst());
            for (int k = 0; k < 5; k++) {
                var answers = answers(random);
                assertThat(eval(condition, answers).value())
                        .as(condition + answers)
                        .isEqualTo(program.eval(answers));
            }
        }
    }

    private static CelCompiler reference() {
        var builder = CelCompilerFactory.standardCelCompilerBuilder();
        TRUTHS.forEach(name -> builder.addVar(name, SimpleType.BOOL));
        NUMBERS.forEach(name -> builder.addVar(name, SimpleType.INT));
        WORDS.forEach(name -> builder.addVar(name, SimpleType.STRING));
        return builder.build();
    }

    @Test
    void an_answer_more_never_overturns_what_was_decided() {
        var random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            var condition = condition(random, 3);
            var all = answers(random);
            var before = eval(condition, some(random, all));
            if (!before.isOpen()) {
                assertThat(eval(condition, all).value()).as(condition).isEqualTo(before.value());
            }
        }
    }

    @Test
    void with_everything_answered_nothing_is_open() {
        var random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            assertThat(eval(condition(random, 3), answers(random)).isOpen()).isFalse();
        }
    }

    @Test
    void the_reasons_given_decide_it_without_the_rest() {
        var random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            var condition = condition(random, 3);
            var known = some(random, answers(random));
            var outcome = eval(condition, known);
            if (!outcome.isOpen()) {
                var reasons = new HashMap<>(known);
                reasons.keySet().retainAll(new HashSet<>(outcome.basis().paths()));
                assertThat(eval(condition, reasons).value())
                        .as(condition + known)
                        .isEqualTo(outcome.value());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7})
    void the_laws_hold_for_every_pair(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < ROUNDS / 4; i++) {
            var a = "(" + condition(random, 2) + ")";
            var b = "(" + condition(random, 2) + ")";
            var known = some(random, answers(random));
            same(a + " && " + b, b + " && " + a, known);
            same(a + " || " + b, b + " || " + a, known);
            same("!(" + a + " && " + b + ")", "!" + a + " || !" + b, known);
            same("!!" + a, a, known);
            same(a + " && (" + a + " || " + b + ")", a, known);
        }
    }

    private void same(String one, String other, Map<String, Object> known) {
        assertThat(eval(one, known).value())
                .as(one + " / " + other + known)
                .isEqualTo(eval(other, known).value());
    }
}
