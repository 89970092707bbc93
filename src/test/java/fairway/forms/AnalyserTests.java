package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.forms.Analyser.Note;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyserTests {
    private static final String TEXTS = """
            form.title: Test
            part.one: Part one
            page.start.title: Start
            page.spouse.title: Spouse
            married.label: Are you married?
            helper: {label: Who helps you?, choice: {nobody: Nobody, friend: A friend}}
            spouse.label: Your spouse
            check.young: "You were married before you were born."
            evidence.photo: {title: Photo, counts: A picture}
            fee.t.general.why: The general fee
            """;
    private static final String PERSONA = """
            id: ana
            about: Ana is married.
            today: 2026-11-02
            answers: {married: yes, helper: nobody, spouse: Luis}
            expect: {pages: [start, spouse], checks: [young], evidence: [photo], fees: [t.general]}
            """;

    private static SmallForm sound() {
        return new SmallForm()
                .file("form.yaml", """
                        form: t-1
                        edition: 2026-01-01
                        number: T-1
                        omb: {number: 0000-0000, expires: 2027-01-01}
                        burden-minutes: 10
                        official-language: en
                        languages: [en, es]
                        parts: [one]
                        personas: [ana]
                        official: {"1": ["1", "2", "3"]}
                        not-asked: {"1.3": Filled in by the product.}
                        """)
                .pages("""
                        - id: start
                          items:
                            - {id: married, official: ["1"], type: yes_no}
                            - {id: helper, own: yes, type: choice, choices: [nobody, friend]}
                        - id: spouse
                          show: married
                          items: [{id: spouse, official: ["2"], type: text}]
                        """)
                .file("checks.yaml", "checks: [{id: young, level: WARN, when: 'married && spouse == \"Luis\"'}]\n")
                .file("evidence.yaml", "evidence: [{id: photo, when: \"true\"}]\n")
                .file("fees.yaml", "fees: [{code: t.general, when: married}]\n")
                .file("text.en.yaml", TEXTS)
                .file("text.es.yaml", TEXTS)
                .file("personas/ana.yaml", PERSONA);
    }

    private static List<String> notes(SmallForm form) {
        return Analyser.notes(form.edition()).stream().map(Note::toString).toList();
    }

    @Test
    void a_sound_edition_has_no_notes() {
        assertThat(notes(sound())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "text.es.yaml | page.spouse.title: Spouse | | no text page.spouse.title",
                "text.en.yaml | page.spouse.title: Spouse | page.spouse: {title: A, intr: B} | nobody uses page.spouse.intr",
                "text.en.yaml | Your spouse | You qualify | gives legal advice: “qualify”",
                "text.es.yaml | Your spouse | Usted es elegible | gives legal advice: “elegible”",
                "text.en.yaml | Your spouse | \"'{who}'\" | uses unknown arguments [who]",
                "text.en.yaml | Your spouse | \"'{'\" | is no message pattern",
                "text.en.yaml | Your spouse | Notwithstanding administrative determinations regarding documentation previously submitted electronically nobody understands immigration terminology | reads like grade",
                "personas/ana.yaml | checks: [young] | checks: [] | checks differ: expected but not so [], so but not expected [young]",
                "personas/ana.yaml | [start, spouse] | [spouse, start] | pages differ",
                "personas/ana.yaml | [photo] | [] | evidence differ",
                "personas/ana.yaml | [t.general] | [] | fees differ",
                "personas/ana.yaml | married: yes | married: no | no persona or vector reaches page spouse",
                "personas/ana.yaml | married: yes | married: no | no persona or vector makes young speak",
                "personas/ana.yaml | married: yes | married: no | no persona or vector owes t.general",
                "personas/ana.yaml | spouse: Luis | spouse: 李 | so but not expected [unreadable.spouse]",
                "evidence.yaml | \"true\" | \"!married\" | no persona or vector is asked for photo",
                "form.yaml | not-asked | not-asked: {} #x | official item 1.3 is asked nowhere",
                "form.yaml | {\"1.3\": | {\"1.1\": | not-asked lists 1.1, which is asked",
                "form.yaml | [\"1\", \"2\", \"3\"] | [\"1\", \"3\"] | claims official item 1.2, which form.yaml does not list",
                "parts/one.yaml | own: yes, | | helper is neither official nor marked own",
                "checks.yaml | married && | married && size(spouse) < 100 && | a number of law belongs into rules.yaml",
            })
    void a_planted_fault_is_found(String file, String what, String with, String note) {
        var form = sound();
        var changed = form.text(file)
                .replace(
                        what.strip().replace("\"\"", "\""),
                        with == null ? "" : with.strip().replace("\"\"", "\""));
        assertThat(changed).isNotEqualTo(form.text(file));

        assertThat(notes(form.file(file, changed)))
                .anySatisfy(line -> assertThat(line).contains(note.strip()));
    }

    @Test
    void a_released_edition_must_stay_as_it_was() {
        var form = sound();
        form.file("form.yaml", form.text("form.yaml").replace("number: T-1", "released: yes\nnumber: T-1"));
        var seal = form.edition().proof().seal().found();

        assertThat(notes(form)).anySatisfy(line -> assertThat(line).contains("the files are now " + seal));
        assertThat(notes(form.file("released.sha256", seal))).isEmpty();
        assertThat(notes(form.file("text.es.yaml", form.text("text.es.yaml").replace("Your spouse", "Pareja"))))
                .anySatisfy(line -> assertThat(line).contains("released as " + seal));
    }

    @Test
    void a_rule_number_nobody_reads_is_found() {
        var form = sound().file("rules.yaml", "rules: [{id: wait, values: [{from: 2020-01-01, value: 150}]}]\n");

        assertThat(notes(form)).anySatisfy(line -> assertThat(line).contains("no condition reads wait"));
    }

    @ParameterizedTest
    @CsvSource({
        "source: Invented, source is missing",
        "read: 2026-01-01, read is missing",
        "confirmed: yes, confirmed is missing",
        "valid-from: 2026-01-01, valid-from is missing"
    })
    void an_edition_without_source_date_or_confirmation_is_no_edition(String line, String why) {
        var form = sound();
        form.file("validity.yaml", form.text("validity.yaml").replace(line + "\n", ""));

        assertThatThrownBy(form::forms)
                .isInstanceOf(BadEdition.class)
                .hasMessageContaining("validity.yaml")
                .hasMessageContaining(why);
    }

    @Test
    void an_edition_that_nobody_confirmed_is_noticed_and_to_confirm_or_end_it_breaks_no_seal() {
        var form = sound();
        form.file("form.yaml", form.text("form.yaml").replace("number: T-1", "released: yes\nnumber: T-1"));
        form.file("released.sha256", form.edition().proof().seal().found());
        var confirmed = form.text("validity.yaml");

        assertThat(notes(form.file("validity.yaml", confirmed.replace("confirmed: yes", "confirmed: no"))))
                .singleElement()
                .asString()
                .startsWith("warning")
                .contains("has not confirmed");
        assertThat(notes(form.file("validity.yaml", confirmed + "accept-until: 2026-12-01\n")))
                .isEmpty();
        form.file("validity.yaml", confirmed + "accept-until: 2026-01-01\n");
        assertThatThrownBy(form::forms).hasMessageContaining("accept-until");
    }

    /** Ruling 12: one list of types, of levels and of facts about people, and a folder that says form and date. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form.yaml | edition: 2026-01-01 | edition: 2026-01-02 | does not belong in this folder",
                "parts/one.yaml | type: text} | type: prose} | unknown type prose",
                "parts/one.yaml | type: text} | type: text, fact: person.legal_name} | no fact person.legal_name of type text",
                "parts/one.yaml | type: text} | type: text, fact: person.shoe_size} | no fact person.shoe_size of type text",
                "checks.yaml | level: WARN | level: LOUD | LOUD"
            })
    void what_no_list_names_does_not_load(String file, String what, String with, String why) {
        var form = sound();
        var changed = form.text(file).replace(what, with);
        assertThat(changed).isNotEqualTo(form.text(file));
        form.file(file, changed);

        assertThatThrownBy(form::forms).isInstanceOf(BadEdition.class).hasMessageContaining(why);
    }

    @Test
    void a_window_without_source_or_date_is_found() {
        var form = sound().file(
                        "rules.yaml", "rules: [{id: wait, values: [{from: 2020-01-01, value: 150, source: X}]}]\n");

        assertThat(notes(form)).anySatisfy(line -> assertThat(line).contains("wait from 2020-01-01 has no source"));
    }

    @Test
    void vectors_prove_single_rules() {
        var form = sound().file(
                        "vectors.yaml",
                        "vectors: [{base: ana, change: {spouse: Eva}, silent: [young], fees: [t.general], evidence: {asked: [photo]}}]\n");
        assertThat(notes(form)).isEmpty();

        form.file(
                "vectors.yaml",
                "vectors: [{base: ana, change: {spouse: Eva}, fires: [young], evidence: {not: [photo]}, fees: []}]\n");
        assertThat(notes(form))
                .anySatisfy(line -> assertThat(line).contains("young is silent"))
                .anySatisfy(line -> assertThat(line).contains("evidence photo is asked"))
                .anySatisfy(line -> assertThat(line).contains("fees differ"));
    }
}
