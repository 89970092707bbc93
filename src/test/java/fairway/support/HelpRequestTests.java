package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.support.HelpRequest.Course;
import fairway.support.HelpRequest.Lost;
import fairway.support.HelpRequest.State;
import fairway.ui.Texts;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When an answer is late, which promise it keeps, and what is over. */
@Tag("AGY-5")
class HelpRequestTests {
    private static final Instant DUE = Instant.parse("2026-11-25T22:00:00Z");

    private static HelpRequest request(State state, @Nullable Instant answered, int turn) {
        var course = new Course(state, DUE.minusSeconds(60), DUE, answered, true, null, null, null, turn);
        return new HelpRequest(new UUID(0, 7), "H-7", HelpRequest.Kind.MESSAGE, null, Locale.ENGLISH, course);
    }

    @Test
    void an_answer_is_late_after_its_time_and_stays_so_and_one_in_time_never_becomes_late() {
        var waiting = request(State.OPEN, null, 0).course();
        assertThat(waiting.late(DUE)).isFalse();
        assertThat(waiting.late(DUE.plusMillis(1))).isTrue();
        assertThat(request(State.CLOSED, DUE, 0).course().late(DUE.plusSeconds(900)))
                .isFalse();
        assertThat(request(State.CLOSED, DUE.plusSeconds(1), 0).course().late(DUE))
                .isTrue();
    }

    @Test
    void what_the_person_writes_after_our_answer_is_promised_an_answer_of_its_own() {
        var first = request(State.OPEN, null, 0);
        assertThat(first.promise()).isEqualTo(first.id().toString());
        assertThat(request(State.OPEN, null, 2).promise()).isEqualTo(first.id() + "/2");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void a_request_runs_until_somebody_decides_or_nobody_writes(State state) {
        assertThat(request(state, null, 0).state().running())
                .isEqualTo(EnumSet.of(State.OPEN, State.PROPOSED).contains(state));
        said("support.help.state." + state.key());
    }

    @Test
    void what_a_person_wrote_is_in_no_line_of_a_log() {
        var written = new HelpRequest.Written(
                "Ana Ruiz", null, "A123456789", "ana@example.org", "+12025550123", Lost.PHONE, "Help", "/help/7");
        assertThat(written.toString()).isEqualTo("Written[…]");
        assertThat(written.address().value()).isEqualTo("ana@example.org");
    }

    @ParameterizedTest
    @EnumSource(Lost.class)
    void what_was_lost_is_one_of_the_choices_on_the_page(Lost lost) {
        assertThat(Lost.read(lost.name())).contains(lost);
        assertThat(Lost.read(lost.name() + "S")).isEmpty();
        said("support.help.lost." + lost.key());
    }

    private static void said(String key) {
        var texts = new Texts();
        Texts.LANGUAGES.forEach(
                language -> assertThat(texts.text(language, key)).as(key).isNotBlank());
    }
}
