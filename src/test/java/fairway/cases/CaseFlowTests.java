package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.audit.Subject;
import fairway.cases.ActResult.Done;
import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

@Tag("CAS-1")
@Tag("AGY-4")
class CaseFlowTests extends CasesAtWork {
    @Test
    void a_filing_becomes_a_case_exactly_once() {
        var filing = filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        filings.tellAgain(filing);
        assertThat(cases.of(ana)).singleElement().satisfies(view -> {
            assertThat(view.file().state()).isEqualTo(CaseState.RECEIVED);
            assertThat(view.file().receipt().value()).startsWith("FWY");
            assertThat(cases.of(ana, view.file().receipt()).orElseThrow().history())
                    .extracting(CaseEvent::what)
                    .containsExactly(CaseAct.POST_NOTICE, CaseAct.OPEN);
            assertThat(receipts.receiptOf(filing))
                    .contains(view.file().receipt().value());
        });
    }

    @Test
    void a_filing_that_fails_leaves_no_case() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(inside -> {
                    filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
                    throw new IllegalStateException("the rest of the filing failed");
                }))
                .hasMessageContaining("the rest");
        assertThat(cases.of(ana)).isEmpty();
    }

    @Test
    void a_case_goes_from_receipt_to_approval_by_two_officers() {
        var receipt = taken();
        assertThat(cases.proposeDecision(first, seen(first, receipt), Decision.APPROVAL, "All shown."))
                .isInstanceOf(Done.class);
        assertThat(cases.statusOf(receipt).orElseThrow().shown()).isEqualTo(PublicStatus.Shown.IN_PROCESS);
        assertThat(cases.confirmDecision(second, seen(second, receipt))).isInstanceOf(Done.class);
        assertThat(cases.statusOf(receipt).orElseThrow().shown()).isEqualTo(PublicStatus.Shown.APPROVED);
        assertThat(cases.of(ana, receipt).orElseThrow().history())
                .extracting(CaseEvent::what)
                .contains(CaseAct.TAKE, CaseAct.APPROVE)
                .doesNotContain(CaseAct.PROPOSE_APPROVAL, CaseAct.NOTE);
    }

    @Test
    void whoever_proposed_a_decision_cannot_confirm_it() {
        var receipt = taken();
        cases.proposeDecision(first, seen(first, receipt), Decision.DENIAL, "Not shown.");
        assertThat(cases.open(first, receipt).orElseThrow().open()).doesNotContain(CaseAct.APPROVE, CaseAct.DENY);
        assertThat(cases.confirmDecision(first, seen(first, receipt))).isInstanceOf(ActResult.NotYours.class);
        assertThat(cases.open(second, receipt).orElseThrow().open()).contains(CaseAct.DENY, CaseAct.SEND_BACK);
    }

    @Test
    void a_second_officer_confirms_only_what_was_proposed() {
        var receipt = taken();
        cases.proposeDecision(first, seen(first, receipt), Decision.DENIAL, "Not shown.");
        assertThat(cases.simply(second, seen(second, receipt), CaseAct.APPROVE, ""))
                .isInstanceOf(ActResult.NotYours.class);
        cases.simply(second, seen(second, receipt), CaseAct.SEND_BACK, "Look at page 3 again.");
        assertThat(cases.open(second, receipt)).isEmpty();
        assertThat(cases.open(first, receipt).orElseThrow().file().state()).isEqualTo(CaseState.IN_PROCESS);
    }

    @Test
    void of_twenty_confirmations_at_once_one_counts() throws Exception {
        var receipt = taken();
        cases.proposeDecision(first, seen(first, receipt), Decision.APPROVAL, "");
        var seen = seen(second, receipt);
        var results = atOnce(20, () -> cases.confirmDecision(second, seen));
        assertThat(results).filteredOn(Done.class::isInstance).hasSize(1);
    }

    @Test
    void officers_who_take_the_next_case_at_once_get_different_ones() throws Exception {
        for (int i = 0; i < 8; i++) {
            filings.receive(ana, "Ana Ruiz", Locale.ENGLISH);
        }
        var taken = new HashSet<ReceiptNumber>();
        atOnce(8, () -> cases.takeNext(first)).forEach(receipt -> receipt.ifPresent(taken::add));
        takeAllInto(taken);
        assertThat(taken).hasSize(8);
    }

    @Test
    void an_act_on_an_outdated_page_shows_what_happened_meanwhile() {
        var receipt = taken();
        var seen = seen(first, receipt);
        cases.note(first, receipt, "Called the school.");
        assertThat(cases.proposeDecision(first, seen, Decision.APPROVAL, "All shown."))
                .isInstanceOfSatisfying(
                        ActResult.Stale.class,
                        stale -> assertThat(stale.meanwhile())
                                .singleElement()
                                .extracting(CaseEvent::words)
                                .isEqualTo("Called the school."));
        assertThat(cases.open(first, receipt).orElseThrow().file().state()).isEqualTo(CaseState.IN_PROCESS);
    }

    @Test
    @Tag("AGY-6")
    void a_case_is_open_only_to_whom_it_belongs() {
        var receipt = taken();
        var stranger = people.person("Stranger", Locale.ENGLISH);
        var supervisor = new Officer(people.officer("Super", "OFFICER", "SUPERVISOR"), true);
        assertThat(cases.of(stranger, receipt)).isEmpty();
        assertThat(cases.answer(stranger, receipt, "Mine")).isInstanceOf(AnswerResult.NothingAsked.class);
        assertThat(cases.open(second, receipt)).isEmpty();
        assertThat(cases.note(second, receipt, "Hm")).isInstanceOf(ActResult.NotYours.class);
        assertThat(cases.proposeDecision(second, new CaseVersion(receipt, 3), Decision.APPROVAL, ""))
                .isInstanceOf(ActResult.NotYours.class);
        assertThat(cases.open(supervisor, receipt)).isPresent();
        assertThat(cases.simply(first, seen(first, receipt), CaseAct.CLOSE, "No"))
                .isInstanceOf(ActResult.NotYours.class);
        assertThat(cases.simply(supervisor, seen(supervisor, receipt), CaseAct.CLOSE, "Withdrawn by letter"))
                .isInstanceOf(Done.class);
    }

    @Test
    @Tag("AGY-6")
    void every_read_and_act_of_an_officer_is_on_record() {
        var receipt = taken();
        var id = cases.open(first, receipt).orElseThrow().file().id();
        assertThat(audit.about(new Subject("case", id.toString())))
                .extracting(entry -> entry.act().what())
                .contains("case.OPEN", "case.TAKE", "case.read");
    }

    @Test
    @Tag("CAS-9")
    void a_shielded_case_and_an_unknown_number_answer_alike() {
        var receipt = taken();
        db.sql("update cases.case_file set shielded = true where receipt = :receipt")
                .param("receipt", receipt.value())
                .update();
        assertThat(cases.statusOf(receipt)).isEmpty();
        assertThat(cases.statusOf(new ReceiptNumber("FWY0000000000"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update cases.case_event set what = 'NOTE'", "delete from cases.case_event"})
    void what_happened_can_be_neither_changed_nor_removed(String attempt) {
        taken();
        assertThatThrownBy(() -> db.sql(attempt).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void what_officers_write_is_sealed_in_the_database() {
        var receipt = taken();
        cases.note(first, receipt, "Called the school.");
        assertThat(db.sql("select encode(words, 'escape') from cases.case_event where words is not null")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(words -> words.contains("school"));
    }
}
