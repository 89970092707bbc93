package fairway.forms;

import static fairway.forms.SmallForm.TODAY;
import static fairway.forms.SmallForm.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels that an installation sets otherwise than its editions. */
class LevelsTests {
    private final SmallForm form = new SmallForm()
            .pages("""
                    - id: start
                      items:
                        - {id: name, type: name, missing: block, fact: person.legal_name}
                        - {id: paid, type: yes_no}
                        - {id: born, type: date, missing: block}
                        - {id: signed, type: signature, missing: block}
                        - {id: ours, type: yes_no, own: yes}
                    """)
            .file("checks.yaml", """
                    checks:
                      - {id: one, level: WARN, when: "name.family == 'Li'"}
                      - {id: hint, level: TIP, when: ours}
                      - {id: two, level: BLOCK, when: "name.family == 'Li'"}
                    """)
            .file("fees.yaml", "fees: [{code: t.paid, when: paid}]\n");

    private List<Finding> findings(Forms forms, String... typed) {
        var edition = forms.edition("t-1", "2026-01-01");
        return forms.checks(edition, answers(edition, typed), Facts.on(TODAY));
    }

    private static Level of(List<Finding> findings, String id) {
        return findings.stream()
                .filter(finding -> finding.id().equals(id))
                .findFirst()
                .orElseThrow()
                .level();
    }

    @Test
    void a_check_speaks_as_the_installation_says_and_the_others_as_the_edition_does() {
        var found = findings(form.forms("t-1 one block"), "name/family=Li", "paid=no", "!start");
        assertThat(of(found, "one")).isEqualTo(Level.BLOCK);
        assertThat(of(found, "two")).isEqualTo(Level.BLOCK);
        assertThat(of(findings(form.forms("t-1 one TIP", "t-1 two OFFICE"), "name/family=Li"), "one"))
                .isEqualTo(Level.TIP);
        assertThat(of(findings(form.forms(" t-1  two WARN "), "name/family=Li"), "two"))
                .isEqualTo(Level.WARN);
    }

    @Test
    void a_missing_answer_can_be_made_louder_or_quieter() {
        assertThat(of(findings(form.forms("t-1 missing.born WARN"), "!start"), "missing.born"))
                .isEqualTo(Level.WARN);
        assertThat(of(findings(form.forms("t-1 missing.name BLOCK"), "!start"), "missing.name"))
                .isEqualTo(Level.BLOCK);
    }

    @Test
    void a_missing_answer_speaks_as_the_edition_says_where_nobody_says_otherwise() {
        var found = findings(form.forms(), "name/family=Li", "paid=no", "!start");
        assertThat(of(found, "missing.born")).isEqualTo(Level.BLOCK);
        assertThat(of(found, "missing.ours")).isEqualTo(Level.WARN);
    }

    @Test
    void a_check_that_points_at_nothing_stands_on_no_page() {
        assertThat(findings(form.forms(), "name/family=Li"))
                .filteredOn(finding -> finding.id().equals("one"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path()).isNull();
                    assertThat(finding.page()).isNull();
                });
    }

    @Test
    void an_answer_that_the_fee_hangs_on_blocks_while_it_is_missing() {
        assertThat(of(findings(form.forms(), "!start"), "missing.paid")).isEqualTo(Level.BLOCK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t-1 one               | for example",
                "t-1 one BLOCK now     | for example",
                "''                    | for example",
                "t-2 one BLOCK         | there is no form t-2; there is [t-1]",
                "t-1 three BLOCK       | there is no check three; there is missing.",
                "t-1 three BLOCK       | [hint, one, two]",
                "t-1 missing.none WARN | there is no check missing.none",
                "t-1 one LOUD          | there is no level LOUD; there is [BLOCK, WARN, TIP, OFFICE]",
                "t-1 missing.name WARN | stays BLOCK: without it nothing can be signed",
                "t-1 missing.signed TIP | stays BLOCK: without it nothing can be signed",
                "t-1 hint OFFICE | not for officers: it reads ours",
                "t-1 missing.ours OFFICE | not for officers: it reads ours",
                "t-1 missing.paid WARN | stays BLOCK: the fee follows from it",
                "t-1 unreadable.born WARN | stays BLOCK: words that cannot be read"
            })
    void what_cannot_be_is_refused_with_what_can(String line, String why) {
        assertThatThrownBy(() -> form.forms(line))
                .isInstanceOf(Level.Refused.class)
                .hasMessageContaining("“" + line + "”")
                .hasMessageContaining(why);
    }

    @Test
    void one_check_is_set_once() {
        assertThatThrownBy(() -> form.forms("t-1 one BLOCK", "t-1 one TIP"))
                .isInstanceOf(Level.Refused.class)
                .hasMessageContaining("set twice");
    }

    @Test
    void the_levels_of_the_real_form_can_be_set() {
        var forms = Forms.bundled(
                Runnable::run, new Forms.House(List.of("i-765 I765-32 TIP", "i-765 missing.contact.email TIP"), false));
        forms.ready();
        assertThat(forms.all()).isNotEmpty();
    }
}
