package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.Persona.Vector;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ruling 15a: every known fault of the I-765 inventory, asked of the evaluator; ruling 13: the questions it forgot. */
class SettledFaultsTests {
    private static final Edition EDITION = Forms.bundled().edition("i-765", "2025-08-21");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private static Rehearsal rehearsal(String persona, Map<String, Object> change) {
        var nothing = new Vector.Outcomes(List.of(), List.of(), null, List.of(), List.of());
        return Rehearsal.of(EDITION, new Vector(persona, TODAY, change, Map.of(), nothing));
    }

    private static Persona.Expect told(String persona, Object... keysAndAnswers) {
        return rehearsal(persona, change(keysAndAnswers)).outcome();
    }

    private static Map<String, Object> change(Object... keysAndAnswers) {
        var change = new HashMap<String, Object>();
        for (int i = 0; i < keysAndAnswers.length; i += 2) {
            change.put(keysAndAnswers[i].toString(), keysAndAnswers[i + 1]);
        }
        return change;
    }

    private static List<Finding> findings(String persona, Map<String, Object> change) {
        return new Checker(rehearsal(persona, change).walk(), Levels.AS_WRITTEN).findings();
    }

    @ParameterizedTest
    @CsvSource({
        "150, 0, I765-12",
        "149, 0, I765-11",
        "160, 10, I765-12",
        "159, 10, I765-11",
        "190, 10, ''",
        "189, 10, I765-12",
        "400, 250, I765-12",
        "400, 251, I765-11"
    })
    void stopped_days_are_left_out_of_the_150_and_the_180_days(int ago, int stopped, String speaks) {
        var filed = TODAY.minusDays(ago).toString();
        var told = stopped == 0
                ? told(
                        "maria_c8_first",
                        "underlying.filed_date",
                        filed,
                        "c8.had_delay",
                        "no",
                        "c8.clock_stops",
                        "~blank")
                : told("maria_c8_first", "underlying.filed_date", filed, "c8.clock_stops", Integer.toString(stopped));

        assertThat(told.checks().stream()
                        .filter(check -> check.matches("I765-1[12]"))
                        .toList())
                .isEqualTo(speaks.isEmpty() ? List.of() : List.of(speaks));
        assertThat(EDITION.item("c8.clock_stops").orElseThrow().type().kind()).isEqualTo(Kind.INT);
    }

    @Test
    void the_day_that_is_named_counts_the_stopped_days_too() {
        var found = findings("maria_c8_first", change("underlying.filed_date", "2026-10-01", "c8.clock_stops", "10"));

        assertThat(found)
                .filteredOn(finding -> finding.id().equals("I765-11"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.args())
                        .containsEntry("earliest", LocalDate.of(2026, 10, 1).plusDays(160)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 151, 170})
    void a_recommended_approval_waits_for_no_day(int ago) {
        assertThat(told(
                                "maria_c8_first",
                                "underlying.filed_date",
                                TODAY.minusDays(ago).toString(),
                                "c8.had_delay",
                                "no",
                                "c8.clock_stops",
                                "~blank",
                                "c8.asylum_recommended",
                                "yes")
                        .checks())
                .doesNotContain("I765-11", "I765-12");
    }

    @ParameterizedTest
    @CsvSource({"SV, false", "GT, false", "SO, true", "MX, true"})
    void the_question_about_the_settlement_is_asked_of_every_citizenship(String country, boolean speaks) {
        var told = told(
                "amina_agency_error",
                "applicant.citizenships",
                List.of(Map.of("country", country)),
                "abc_class_member",
                "yes");

        assertThat(told.pages()).contains("abc");
        assertThat(told.checks().contains("I765-49")).isEqualTo(speaks);
    }

    @ParameterizedTest
    @CsvSource({"89, false", "90, false", "91, true", "-1, false"})
    void training_before_finishing_has_its_window(int ahead, boolean speaks) {
        var told = told(
                "kenji_c3b_late",
                "category",
                "c3a",
                "school.year_complete",
                TODAY.plusDays(ahead).toString());

        assertThat(told.checks().contains("I765-21a")).isEqualTo(speaks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agency_error", "never_arrived"})
    void an_error_of_the_agency_costs_nothing_and_stops_nobody(String kind) {
        var change = change("replacement.kind", kind);

        assertThat(told("samuel_stolen", "replacement.kind", kind).fees()).containsExactly("i765.agency-error");
        assertThat(findings("samuel_stolen", change)).extracting(Finding::level).containsOnly(Level.TIP);
        assertThat(EDITION.item("replacement.kind").orElseThrow().type().choices())
                .contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"c8, true", "c10, true", "a12, true", "c14, true", "c9, false", "c16, false", "c19, false"})
    void no_receipt_is_owed_where_a_court_decided(String category, boolean court) {
        var asked =
                told("dawit_c8_renewal", "category", category, "special.group", "none", "underlying.by_court", "no");
        var decided =
                told("dawit_c8_renewal", "category", category, "special.group", "none", "underlying.by_court", "yes");

        assertThat(asked.checks()).contains("missing.underlying.receipt");
        assertThat(decided.checks().contains("missing.underlying.receipt")).isNotEqualTo(court);
        assertThat(decided.pages().contains("underlying_receipt")).isNotEqualTo(court);
    }

    @Test
    void no_proof_of_entry_is_asked_after_an_entry_without_inspection() {
        assertThat(told("nadia_a5").evidence()).contains("entry_document");
        assertThat(told("nadia_a5", "arrival.status", "no_status").evidence()).doesNotContain("entry_document");
    }

    @ParameterizedTest
    @CsvSource({"lost, false", "stolen, false", "never_arrived, false", "damaged, true", "agency_error, true"})
    void the_last_card_is_not_asked_of_who_lost_it(String kind, boolean asked) {
        assertThat(told("samuel_stolen", "replacement.kind", kind).evidence().contains("last_card"))
                .isEqualTo(asked);
    }

    @Test
    void an_i485_paid_between_2007_and_2024_makes_every_category_free() {
        for (var category : EDITION.categories()) {
            var told = told(
                    "nadia_a5",
                    "category",
                    category.code(),
                    "i485.fee_paid",
                    "from_2007_07_to_2024_03",
                    "special.group",
                    "none");

            assertThat(told.fees()).as(category.code()).contains("i765.i485-2007-2024");
            assertThat(told.fees()).as(category.code()).doesNotContain("i765.general");
        }
    }

    @ParameterizedTest
    @CsvSource({"single, true", "divorced, true", "widowed, true", "married, false"})
    void who_is_not_married_is_told_that_a_category_is_for_husbands_and_wives(String status, boolean speaks) {
        for (var category : List.of("a17", "a18", "c26", "a9", "c12")) {
            var told = told("priya_c26", "category", category, "applicant.marital_status", status);
            assertThat(told.checks().contains("I765-46")).as(category).isEqualTo(speaks);
        }
    }

    @Test
    void rules_in_rows_without_a_number_have_one() {
        assertThat(told("nadia_a5", "screen.in_us", "no").checks()).contains("I765-01");
        assertThat(told("nadia_a5", "screen.status_lpr", "yes").checks()).contains("I765-lpr");
        assertThat(told("nadia_a5", "screen.employer_specific", "yes").checks()).contains("I765-employer");
        assertThat(told("samuel_stolen", "replacement.kind", "never_arrived").checks())
                .contains("I765-38a");
        assertThat(told("nadia_a5", "applicant.a_number", "~blank").checks()).contains("I765-53");
        assertThat(EDITION.checks()).extracting(Edition.CheckRule::id).doesNotHaveDuplicates();
    }

    @Test
    void a_form_can_be_based_on_an_i140() {
        assertThat(EDITION.item("screen.filed_with").orElseThrow().type().choices())
                .contains("i140");
        assertThat(told("khai_c35", "screen.filed_with", "i140").checks())
                .noneMatch(check -> check.startsWith("unreadable."));
        assertThat(told("khai_c35").pages()).contains("underlying");
    }

    /** The form itself is rejected without name, birth date, address, category and signatures; no fee can be named without others. */
    @Test
    void nothing_else_that_is_missing_stops_a_signature() {
        var rejected = Set.of(
                "applicant.name",
                "applicant.dob",
                "applicant.us_mailing_address",
                "category",
                "reason",
                "signer.name",
                "interpreter.signature",
                "preparer.signature");
        var stopped = new ArrayList<String>();
        for (var persona : EDITION.personas()) {
            for (var key : persona.answers().keySet()) {
                var walk = rehearsal(persona.id(), change(key, "~blank")).walk();
                var checker = new Checker(walk, Levels.AS_WRITTEN);
                checker.findings().stream()
                        .filter(finding -> finding.level() == Level.BLOCK)
                        .filter(finding -> !rejected.contains(finding.id().replaceFirst("missing\\.", "")))
                        .filter(finding -> checker.fees().isDecided())
                        .forEach(finding -> stopped.add(persona.id() + " " + finding.id()));
            }
        }
        assertThat(stopped).isEmpty();
        var all = EDITION.personas().stream()
                .flatMap(persona -> persona.answers().keySet().stream()
                        .flatMap(key -> findings(persona.id(), change(key, "~blank")).stream()))
                .filter(finding -> finding.level() == Level.BLOCK)
                .map(finding -> finding.id().replaceFirst("missing\\.", ""))
                .collect(Collectors.toSet());
        assertThat(all).containsAll(rejected);
    }

    /** Ruling 13: each name that the inventory’s rules use is asked; a condition on an undeclared name does not load at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "i485.fee_paid",
                "special.group",
                "parole.expedited_removal",
                "safe_address.mail_is_safe",
                "school.training_end",
                "school.program_end",
                "card.ever_issued",
                "bona_fide.notice_received",
                "c8.case_dismissed",
                "parole.ends",
                "parole.is_reparole",
                "tps.country",
                "tps.by_notice",
                "screen.filed_together",
                "school.year_complete"
            })
    void what_the_inventory_used_without_asking_is_asked_and_not_filed(String key) {
        assertThat(EDITION.item(key).orElseThrow().traits().own()).isTrue();
        assertThat(EDITION.proof().places())
                .as("a condition reads it")
                .anyMatch(place -> place.condition().text().contains(key));
    }
}
