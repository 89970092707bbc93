package fairway.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IntentStepTests {
    private static final Path DOCUMENT = Path.of("docs/payment-states.md");

    @Test
    void an_attempt_ends_paid_unpaid_or_given_back() {
        var ends = Arrays.stream(IntentState.values())
                .filter(state -> state.next().isEmpty())
                .collect(Collectors.toSet());
        assertThat(ends).containsExactlyInAnyOrder(IntentState.SUCCEEDED, IntentState.DECLINED, IntentState.REFUNDED);
    }

    @Test
    void every_state_can_be_reached() {
        Set<IntentState> reached = EnumSet.of(IntentState.CREATED);
        for (int round = 0; round < IntentState.values().length; round++) {
            Set.copyOf(reached).forEach(state -> reached.addAll(state.next()));
        }
        assertThat(reached).containsExactlyInAnyOrder(IntentState.values());
    }

    @Test
    void whatever_is_under_way_can_still_end() {
        for (var state : IntentState.values()) {
            if (state.underWay()) {
                assertThat(state.next()).as(state.name()).contains(IntentState.EXPIRED);
            }
        }
    }

    @Test
    void money_is_never_taken_back_into_an_open_state() {
        assertThat(IntentState.SUCCEEDED.next()).isEmpty();
        assertThat(IntentState.REFUND_PENDING.next()).containsExactly(IntentState.REFUNDED);
    }

    /** Run with {@code WRITE_DOCS=true} in the environment to draw it anew. */
    @Test
    void the_diagram_in_the_documents_is_this_table() throws IOException {
        var drawn = document();
        if ("true".equals(System.getenv("WRITE_DOCS"))) {
            Files.writeString(DOCUMENT, drawn);
        }
        assertThat(DOCUMENT).hasContent(drawn);
    }

    private static String document() {
        var text = new StringBuilder("""
                # States of a payment

                Drawn from `fairway.payments.IntentStep`; `IntentStepTests` compares. A package has one attempt under way at most,
                and one paid attempt for each of its separate payments.

                ```mermaid
                stateDiagram-v2
                    [*] --> created
                """);
        for (var step : IntentStep.values()) {
            step.from().stream()
                    .sorted()
                    .forEach(from -> text.append("    %s --> %s: %s%n"
                            .formatted(
                                    word(from),
                                    word(step.to()),
                                    step.name().toLowerCase(Locale.ROOT).replace('_', ' '))));
        }
        for (var state : IntentState.values()) {
            if (state.next().isEmpty()) {
                text.append("    %s --> [*]%n".formatted(word(state)));
            }
        }
        return text.append("```\n").toString();
    }

    private static String word(IntentState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
