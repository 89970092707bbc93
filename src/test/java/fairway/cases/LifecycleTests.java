package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("CAS-1")
@Tag("AGY-4")
class LifecycleTests {
    private static final Path DIAGRAM = Path.of("docs/cases-states.md");

    private final Texts texts = new Texts();

    @Test
    void every_state_can_be_reached() {
        assertThat(reachableFrom(CaseState.RECEIVED)).containsExactlyInAnyOrder(CaseState.values());
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void every_open_state_leads_to_an_end(CaseState state) {
        assertThat(reachableFrom(state)).anyMatch(CaseState::closed);
        if (!state.closed()) {
            assertThat(Lifecycle.TABLE).anyMatch(line -> line.from() == state && line.to() != state);
        }
    }

    @Test
    void a_closed_case_moves_only_by_being_reopened() {
        assertThat(Lifecycle.TABLE)
                .filteredOn(line -> line.from() != null && line.from().closed() && line.to() != line.from())
                .allMatch(line -> line.act() == CaseAct.REOPEN && line.who() == Who.SUPERVISOR);
    }

    @Test
    void what_the_table_does_not_say_cannot_be_done() {
        assertThat(Lifecycle.next(CaseState.IN_PROCESS, CaseAct.PROPOSE_DENIAL))
                .hasValueSatisfying(line -> assertThat(line.to()).isEqualTo(CaseState.DECISION_PENDING_REVIEW));
        assertThat(Lifecycle.next(CaseState.RECEIVED, CaseAct.DENY)).isEmpty();
        assertThat(Lifecycle.next(CaseState.DENIED, CaseAct.APPROVE)).isEmpty();
        assertThat(Lifecycle.next(null, CaseAct.TAKE)).isEmpty();
        assertThat(Lifecycle.next(null, CaseAct.OPEN)).isPresent();
    }

    @Test
    void everybody_is_offered_their_own_acts_only() {
        assertThat(Lifecycle.open(CaseState.WAITING_ON_APPLICANT, Who.PERSON))
                .extracting(Transition::act)
                .containsExactlyInAnyOrder(CaseAct.ANSWER_REQUEST, CaseAct.WITHDRAW, CaseAct.CHANGE_ADDRESS);
        assertThat(Lifecycle.open(CaseState.RECEIVED, Who.OFFICER))
                .extracting(Transition::act)
                .containsExactlyInAnyOrder(CaseAct.TAKE, CaseAct.NOTE);
        assertThat(Lifecycle.open(CaseState.REJECTED, Who.PERSON)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PublicStatus.Shown.class)
    void green_is_a_good_end_and_amber_says_that_the_person_must_act(PublicStatus.Shown shown) {
        var look = switch (shown) {
            case APPROVED -> "done";
            case WAITING_ON_APPLICANT, APPOINTMENT_PENDING -> "todo";
            case RECEIVED, IN_PROCESS -> "info";
            case DENIED, WITHDRAWN, CLOSED, REJECTED -> "quiet";
        };
        assertThat(StatusKind.of(shown)).isEqualTo(look);
    }

    @Test
    void an_act_has_one_meaning_in_a_state() {
        var seen = new HashSet<String>();
        assertThat(Lifecycle.TABLE).allMatch(line -> seen.add(line.from() + "/" + line.act()));
    }

    @Test
    void a_decision_takes_two_officers() {
        assertThat(Lifecycle.TABLE)
                .filteredOn(line ->
                        Set.of(CaseState.APPROVED, CaseState.DENIED).contains(line.to()) && line.from() != line.to())
                .hasSize(2)
                .allMatch(line -> line.second() && line.from() == CaseState.DECISION_PENDING_REVIEW);
    }

    @ParameterizedTest
    @EnumSource(CaseAct.class)
    void every_act_is_in_the_table_and_explained_in_every_language(CaseAct act) {
        assertThat(Lifecycle.TABLE).anyMatch(line -> line.act() == act);
        for (var part : act.shownToPerson() ? Set.of("done", "means", "name", "staff") : Set.of("name", "staff")) {
            for (var language : Texts.LANGUAGES) {
                assertThat(texts.text(language, act.key(part), "a", "b")).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PublicStatus.Shown.class)
    void every_public_status_says_what_we_do_and_what_the_person_does(PublicStatus.Shown shown) {
        for (var part : Set.of("title", "text", "we", "you")) {
            for (var language : Texts.LANGUAGES) {
                assertThat(texts.text(language, shown.key(part))).isNotBlank();
            }
        }
    }

    @Test
    void the_public_projection_is_total_and_hides_a_decision_under_review() {
        var shown = EnumSet.noneOf(PublicStatus.Shown.class);
        Stream.of(CaseState.values()).map(PublicStatus::project).forEach(shown::add);
        assertThat(shown).containsExactlyInAnyOrder(PublicStatus.Shown.values());
        assertThat(PublicStatus.project(CaseState.DECISION_PENDING_REVIEW))
                .isEqualTo(PublicStatus.project(CaseState.IN_PROCESS));
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void a_request_for_evidence_is_answered_at_most_once(RequestState state) {
        assertThat(state.mayBecome(RequestState.ANSWERED)).isEqualTo(state == RequestState.ISSUED);
        assertThat(state.mayBecome(state)).isFalse();
    }

    @Test
    void the_diagram_in_the_papers_is_the_table() throws IOException {
        var drawn = LifecycleDiagram.draw(texts);
        if (Boolean.getBoolean("fairway.write")) {
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(DIAGRAM).hasContent(drawn);
    }

    private static Set<CaseState> reachableFrom(CaseState start) {
        var reached = EnumSet.of(start);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            var state = open.remove();
            Lifecycle.TABLE.stream()
                    .filter(line -> line.from() == state && reached.add(line.to()))
                    .forEach(line -> open.add(line.to()));
        }
        return reached;
    }
}
