package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.Obstacle;
import fairway.identity.Safety.Reason;
import fairway.merging.Merge.State;
import fairway.merging.Word.From;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
        assertThat(code.toString()).isEqualTo("JoinCode[…]");
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

    @Test
    void an_address_has_its_word_until_it_used_it_and_again_later() {
        var account = UUID.randomUUID();
        var at = Instant.parse("2026-11-23T15:00:00Z");
        var said = List.of(new Word(account, From.MAILBOX, at));
        assertThat(Word.left(List.of(), account, From.MAILBOX, at.minusSeconds(1)))
                .isTrue();
        assertThat(Word.left(said, account, From.MAILBOX, at.minusSeconds(1))).isFalse();
        assertThat(Word.left(said, account, From.MAILBOX, at)).isTrue();
        assertThat(Word.left(said, account, From.RECOVERY, at.minusSeconds(1))).isTrue();
        assertThat(Word.left(said, UUID.randomUUID(), From.MAILBOX, at.minusSeconds(1)))
                .isTrue();
    }

    @Test
    void an_alarm_counts_for_the_address_it_came_from_and_never_for_somebody_who_may_be_signed_in() {
        for (var joined : new boolean[] {false, true}) {
            assertThat(Word.of(Optional.of(Reason.NOT_ME_BY_MAIL), joined)).contains(From.MAILBOX);
            assertThat(Word.of(Optional.of(Reason.NOT_ME_AGAIN), joined)).contains(From.MAILBOX);
            assertThat(Word.of(Optional.of(Reason.RECOVERED), joined)).isEmpty();
            assertThat(Word.of(Optional.empty(), joined)).isEmpty();
        }
        assertThat(Word.of(Optional.of(Reason.NOT_ME), false)).isEmpty();
        assertThat(Word.of(Optional.of(Reason.NOT_ME), true)).contains(From.RECOVERY);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_code_lives_until_its_time_and_only_before_both_sides_have_proven(State state) {
        var waits = state == State.ASKED || state == State.ENTERED;
        assertThat(merge(state).codeLives(FROM.minusMillis(1))).isEqualTo(waits);
        assertThat(merge(state).codeLives(FROM)).isFalse();
        assertThat(merge(state).proven()).isEqualTo(state == State.PROVEN);
        assertThat(state.key()).isEqualTo(state.name().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_is_joined_can_be_taken_back_until_its_time(State state) {
        var month = Duration.ofDays(30);
        assertThat(merge(state).takenBackUntil(month)).isEqualTo(FROM.plus(month));
        assertThat(merge(state).canBeUndone(month, FROM.plus(month).minusMillis(1)))
                .isEqualTo(state == State.JOINED);
        assertThat(merge(state).canBeUndone(month, FROM.plus(month))).isFalse();
    }

    @Test
    void staff_decides_after_the_rest_and_what_never_was_proven_has_none() {
        assertThat(merge(State.PROVEN).from(Duration.ofHours(24))).isEqualTo(FROM.plus(Duration.ofHours(24)));
        assertThat(merge(State.PROVEN).other()).isEqualTo(new UUID(0, 3));
    }

    @Test
    void two_words_are_the_same_name_only_where_both_are_in_both() {
        assertThat(Likeness.ofNames(List.of("Ana Rivera Lopez"), List.of("Ana Gomez Rivera")))
                .isEqualTo(Likeness.SAME);
        assertThat(Likeness.ofNames(List.of("Ana Rivera"), List.of("Luis Gomez", "Rivera-Ana")))
                .isEqualTo(Likeness.SAME);
        assertThat(Likeness.ofNames(List.of("José Ñandú"), List.of("JOSE NANDU")))
                .isEqualTo(Likeness.SAME);
        assertThat(Likeness.SAME.key()).isEqualTo("same");
    }

    private static Merge merge(State state) {
        return new Merge(
                new UUID(0, 1),
                new UUID(0, 2),
                new UUID(0, 3),
                state,
                new Merge.Secret(new byte[0], 1),
                new Merge.Course(FROM, FROM, FROM, FROM, null, ""));
    }
}
