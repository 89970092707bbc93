package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.Obstacle;
import fairway.merging.Merge.State;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of joining two accounts that need no database. */
class MergeRulesTests {
    private static final Instant FROM = Instant.parse("2026-11-24T15:00:00Z");

    @Test
    void a_code_has_sixty_bits_of_the_keyed_hash_and_reads_back_as_it_is_shown() {
        var keyed = new byte[32];
        new SecureRandom().nextBytes(keyed);
        var code = JoinCode.of(keyed);
        assertThat(code.value()).matches("[0-9A-HJKMNP-TV-Z]{12}");
        assertThat(JoinCode.read(code.grouped())).contains(code);
        assertThat(JoinCode.read(" " + code.value().toLowerCase(java.util.Locale.ROOT) + " "))
                .contains(code);
        var other = keyed.clone();
        other[11] ^= 1;
        assertThat(JoinCode.of(other)).isNotEqualTo(code);
        assertThat(code.toString()).doesNotContain(code.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA-AAAA-AAA", "AAAA-AAAA-AAAAA", "UUUU-UUUU-UUUU", "AAAA AAAA AAA!"})
    void what_cannot_be_a_code_is_none(String typed) {
        assertThat(JoinCode.read(typed)).isEmpty();
    }

    @Test
    void letters_that_look_like_digits_are_taken_for_them() {
        assertThat(JoinCode.read("oil0-AAAA-AAAA")).contains(new JoinCode("0110AAAAAAAA"));
    }

    @ParameterizedTest
    @EnumSource(value = State.class, mode = EnumSource.Mode.EXCLUDE, names = "PROVEN")
    void only_what_was_proven_on_both_sides_can_be_approved(State state) {
        assertThat(new Approval(state, FROM, false, Set.of()).by(FROM)).isEqualTo(Done.OVER);
    }

    @Test
    void it_is_approved_by_somebody_else_after_the_rest_with_nothing_under_way() {
        assertThat(new Approval(State.PROVEN, FROM, false, Set.of()).by(FROM)).isEqualTo(Done.ALLOWED);
        assertThat(new Approval(State.PROVEN, FROM, false, Set.of()).by(FROM.minusMillis(1)))
                .isEqualTo(Done.TOO_EARLY);
        assertThat(new Approval(State.PROVEN, FROM, true, Set.of()).by(FROM)).isEqualTo(Done.OWN);
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void each_obstacle_holds_it_up(Obstacle obstacle) {
        assertThat(new Approval(State.PROVEN, FROM, false, Set.of(obstacle)).by(FROM))
                .isEqualTo(Done.BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana María Rivera,RIVERA ana maria,SAME",
        "Ana María Rivera,Ana Rivera,SAME",
        "Suparno,Suparno,SAME",
        "Suparno,Suparno Bandara,SAME",
        "Ana Rivera,Ana Lopez,DIFFERENT",
        "Ana Rivera,Luis Gomez,DIFFERENT",
        "'',Ana Rivera,UNKNOWN",
        "Ana Rivera,'--',UNKNOWN"
    })
    void names_are_the_same_by_two_words_or_all_of_a_shorter_one(String one, String other, Likeness likeness) {
        assertThat(Likeness.ofNames(List.of(one), List.of(other))).isEqualTo(likeness);
        assertThat(Likeness.ofNames(List.of(other), List.of(one))).isEqualTo(likeness);
    }

    @Test
    void one_day_in_common_is_the_same_birth_date_and_nothing_said_is_unknown() {
        assertThat(Likeness.of(List.of("1986-04-28"), List.of("1990-01-01", "1986-04-28")))
                .isEqualTo(Likeness.SAME);
        assertThat(Likeness.of(List.of("1986-04-28"), List.of("1990-01-01"))).isEqualTo(Likeness.DIFFERENT);
        assertThat(Likeness.of(List.of(), List.of("1990-01-01"))).isEqualTo(Likeness.UNKNOWN);
    }
}
