package fairway.forms;

import static fairway.forms.SmallForm.TODAY;
import static fairway.forms.SmallForm.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.forms.Because.Reason;
import fairway.forms.Fees.FeeRef;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTests {
    private final Forms forms = new SmallForm()
            .pages("""
                    - id: start
                      items:
                        - {id: reason, type: choice, choices: [initial, renewal], missing: block}
                        - {id: expires, type: date, show: reason == 'renewal'}
                        - {id: nick, type: text, required: no}
                    - id: names
                      items:
                        - id: names
                          type: list
                          required: no
                          max: 5
                          items: [{id: name, type: name}]
                    """)
            .file("rules.yaml", "rules: [{id: early, values: [{from: 2020-01-01, value: 180}]}]\n")
            .file("checks.yaml", """
                    checks:
                      - id: early
                        level: WARN
                        when: reason == 'renewal' && expires > today + rules.early
                        at: expires
                        args: {from: expires - rules.early}
                        source: Instructions, page 4
                        read: 2026-10-03
                        confirmed: yes
                      - id: short_name
                        level: TIP
                        each: names
                        when: size(it.name.family) < 2
                        at: names.name
                    """)
            .file("evidence.yaml", """
                    evidence:
                      - {id: photo, when: "true", required: yes, max: 1, by: reason}
                      - {id: proof_of_name, each: names, when: "!empty(it.name)"}
                    """)
            .file("fees.yaml", """
                    fees:
                      - {code: t.free, group: filing, when: nick == 'free'}
                      - {code: t.renewal, group: filing, when: reason == 'renewal'}
                      - {code: t.general, group: filing, when: "true"}
                      - {code: t.extra, when: reason == 'renewal'}
                    """)
            .file("text.en.yaml", """
                    reason: {label: I apply for, choice: {initial: a first card, renewal: a renewal}}
                    evidence.photo.counts: {initial: Any photo}
                    expires.label: Your card ends
                    nick.label: Nickname
                    names.name.label: Name
                    check.early: "It is early. You can file from {from}."
                    """)
            .file("text.es.yaml", """
                    reason: {label: Solicito, choice: {initial: una primera tarjeta, renewal: una renovación}}
                    expires.label: Su tarjeta vence
                    check.early: "Es temprano. Puede presentar desde el {from}."
                    """)
            .forms();
    private final Edition edition = forms.edition("t-1", "2026-01-01");
    private final Facts facts = Facts.on(TODAY);
    private static final String[] EARLY = {
        "reason=renewal", "expires/month=9", "expires/day=1", "expires/year=2027", "!start", "!names"
    };

    @Test
    void a_check_speaks_with_its_level_place_text_and_reasons() {
        var answers = answers(edition, EARLY);

        var finding = forms.checks(edition, answers, facts).getFirst();

        assertThat(finding.id()).isEqualTo("early");
        assertThat(finding.level()).isEqualTo(Level.WARN);
        assertThat(finding.page()).isEqualTo("start");
        assertThat(finding.because().paths()).containsExactly("reason", "expires");
        assertThat(finding.source().confirmed()).isTrue();
        assertThat(forms.message(edition, finding, Locale.ENGLISH))
                .isEqualTo("It is early. You can file from March 5, 2027.");
        assertThat(forms.message(edition, finding, Locale.of("es")))
                .isEqualTo("Es temprano. Puede presentar desde el 5 de marzo de 2027.");
        assertThat(forms.reasons(edition, answers, finding.because(), Locale.ENGLISH))
                .extracting(Reason::question, Reason::answer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("I apply for", "a renewal"),
                        org.assertj.core.groups.Tuple.tuple("Your card ends", "September 1, 2027"));
    }

    @Test
    void gaps_are_found_by_themselves() {
        var answers = answers(edition, "!start", "expires/month=9");
        var found = forms.checks(edition, answers, facts);

        assertThat(found).extracting(Finding::id).containsExactly("missing.reason");
        assertThat(found.getFirst().level()).isEqualTo(Level.BLOCK);
        assertThat(forms.message(edition, found.getFirst(), Locale.ENGLISH))
                .isEqualTo("You have not answered: I apply for");

        var half = answers(edition, "!start", "reason=renewal", "expires/month=9");
        assertThat(forms.checks(edition, half, facts))
                .extracting(Finding::id, Finding::level)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("unreadable.expires", Level.BLOCK));
    }

    @Test
    void a_check_of_each_instance_points_at_the_instance() {
        var answers = answers(
                edition, "reason=initial", "!start", "names[1].name/family=Li", "names[4].name/family=O", "!names");

        assertThat(forms.checks(edition, answers, facts))
                .extracting(Finding::id, Finding::path)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("short_name", "names[4].name"));
    }

    @Test
    void papers_are_asked_once_or_for_each_instance() {
        var answers = answers(
                edition, "reason=initial", "!start", "names[1].name/family=Li", "names[4].name/family=O", "!names");

        var needs = forms.needed(edition, answers, facts);

        assertThat(needs).extracting(Need::key).containsExactly("photo", "proof_of_name[1]", "proof_of_name[4]");
        assertThat(needs).extracting(Need::required).containsExactly(true, false, false);
        assertThat(needs.getFirst().countsKey()).isEqualTo("evidence.photo.counts.initial");
        assertThat(needs.getLast().countsKey()).isEqualTo("evidence.proof_of_name.counts");
    }

    @Test
    void a_check_of_each_instance_of_what_is_no_list_stops_the_load() {
        var small = new SmallForm()
                .pages("- {id: start, items: [{id: reason, type: yes_no}]}")
                .file("checks.yaml", "checks: [{id: one, level: TIP, each: reason, when: reason}]\n");

        assertThatThrownBy(small::forms)
                .isInstanceOf(BadEdition.class)
                .hasMessageContaining("each names no list: reason");
    }

    @Test
    void what_counts_as_proof_of_a_category_is_said_by_the_category() {
        var small = new SmallForm()
                .pages("- {id: start, items: [{id: category, type: category}]}")
                .file("categories.yaml", """
                        categories: [{code: c9, card: C09, boxes: [c, "9", ""], reasons: [initial]}]
                        """)
                .file("evidence.yaml", "evidence: [{id: proof, when: 'true', by: category}]\n")
                .forms();
        var form = small.edition("t-1", "2026-01-01");

        assertThat(small.needed(form, answers(form, "category=c9"), facts))
                .extracting(Need::countsKey)
                .containsExactly("category.c9.proof");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "yes | !stays                                      | missing.stays",
                "yes | stays[1].where=Lima;!stays                  | missing.stays",
                "yes | stays[1].where=Lima;stays[2].where=Rio;!stays | ",
                "no  | !stays                                      | "
            })
    void a_list_that_is_required_has_its_least_number_of_entries(String required, String typed, @Nullable String gap) {
        var small = new SmallForm().pages("""
                        - id: stays
                          items:
                            - {id: stays, type: list, required: %s, min: 2, max: 5, items: [{id: where, type: text}]}
                        """.formatted(required)).forms();
        var form = small.edition("t-1", "2026-01-01");

        assertThat(small.checks(form, answers(form, typed.split(";", -1)), facts))
                .extracting(Finding::id)
                .isEqualTo(gap == null ? List.of() : List.of(gap));
    }

    @Test
    void the_first_true_row_of_a_group_is_the_fee() {
        var renewal = forms.fees(edition, answers(edition, EARLY), facts);

        assertThat(renewal.owed()).extracting(FeeRef::code).containsExactly("t.renewal", "t.extra");
        assertThat(renewal.isDecided()).isTrue();
        assertThat(forms.fees(edition, answers(edition, "reason=initial", "!start"), facts)
                        .owed())
                .extracting(FeeRef::code)
                .containsExactly("t.general");
    }

    @Test
    void a_fee_is_not_named_before_the_answers_decide_it() {
        var open = forms.fees(edition, Answers.NONE, facts);

        assertThat(open.owed()).isEmpty();
        assertThat(open.isDecided()).isFalse();
        assertThat(open.undecided().paths()).isEqualTo(List.of("nick", "reason"));
    }
}
