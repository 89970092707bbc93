package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request for evidence: asked, answered once, in time or lapsed. */
@Tag("CAS-1")
@Tag("AGY-4")
class EvidenceRequestTests extends CasesAtWork {
    @Test
    @Tag("CAS-7")
    void a_request_for_evidence_is_answered_once_whatever_is_pressed() throws Exception {
        var receipt = asked(LocalDate.of(2026, 12, 4));
        var results = atOnce(20, () -> cases.answer(ana, receipt, "Here is my passport page."));
        assertThat(results).filteredOn(AnswerResult.Answered.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(AnswerResult.AlreadyAnswered.class::isInstance)
                .hasSize(19);
        var view = cases.of(ana, receipt).orElseThrow();
        assertThat(view.file().state()).isEqualTo(CaseState.IN_PROCESS);
        assertThat(view.requests()).singleElement().satisfies(request -> {
            assertThat(request.answer()).isEqualTo("Here is my passport page.");
            assertThat(request.state()).isEqualTo(RequestState.ANSWERED);
        });
    }

    @Test
    @Tag("CAS-7")
    void an_answer_counts_until_the_last_second_and_not_after_it() {
        var receipt = asked(LocalDate.of(2026, 12, 4));
        var until = cases.of(ana, receipt).orElseThrow().open().orElseThrow().dueUntil();
        clock.set(until.plusSeconds(1));
        assertThat(cases.answer(ana, receipt, "Late")).isEqualTo(new AnswerResult.TooLate(until));
        clock.set(until.plusMillis(999));
        assertThat(cases.answer(ana, receipt, "In time")).isInstanceOf(AnswerResult.Answered.class);
    }

    @Test
    void a_request_that_nobody_answers_lapses_and_the_case_goes_on() {
        var receipt = asked(LocalDate.of(2026, 12, 4));
        clock.set(cases.of(ana, receipt)
                .orElseThrow()
                .open()
                .orElseThrow()
                .dueUntil()
                .plusSeconds(2));
        jobs.runDue();
        var view = cases.of(ana, receipt).orElseThrow();
        assertThat(view.file().state()).isEqualTo(CaseState.IN_PROCESS);
        assertThat(view.requests().getFirst().state()).isEqualTo(RequestState.OVERDUE);
        assertThat(view.history().getFirst().what()).isEqualTo(CaseAct.REQUEST_LAPSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-11-23", "2027-02-17", "2036-01-01"})
    void the_last_day_lies_between_tomorrow_and_the_ceiling(LocalDate day) {
        var receipt = taken();
        assertThat(cases.latestAnswerDay().latest()).isEqualTo("2027-02-16");
        assertThat(cases.requestEvidence(first, seen(first, receipt), "Passport", day))
                .isInstanceOf(ActResult.WrongDay.class);
    }

    @Test
    void a_last_day_on_a_weekend_moves_to_monday() {
        var receipt = asked(LocalDate.of(2026, 12, 5));
        assertThat(cases.of(ana, receipt).orElseThrow().open().orElseThrow().dueOn())
                .isEqualTo("2026-12-07");
    }
}
