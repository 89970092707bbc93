package fairway.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActTests {
    private final Subject subject = Subject.of("case", UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(strings = {"ana@example.org", "Ana Example", "Muñoz", "12 Main St", "(202) 555-0142"})
    void words_and_addresses_are_not_facts(String personal) {
        assertThatThrownBy(() -> new Act(Actor.system(), "account.open", subject, Map.of("to", personal)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(personal);
    }

    @Test
    void the_machine_has_no_account_and_a_person_has_one() {
        assertThatThrownBy(() -> new Actor(Actor.Kind.SYSTEM, UUID.randomUUID()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Actor(Actor.Kind.PERSON, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
