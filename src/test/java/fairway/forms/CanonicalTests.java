package fairway.forms;

import static fairway.forms.SmallForm.TODAY;
import static fairway.forms.SmallForm.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import fairway.forms.CanonicalFiling.Why;
import fairway.forms.Filed.CanonicalJson;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalTests {
    private final Forms forms =
            new SmallForm().pages("""
                    - id: start
                      items:
                        - {id: helper, type: yes_no, own: yes}
                        - {id: me.name, type: name}
                        - {id: born, type: date}
                        - {id: married, type: yes_no}
                        - {id: spouse, type: text, show: married}
                        - {id: income, type: money}
                        - {id: ssn, type: ssn, required: no, unknown: yes}
                        - {id: papers, type: multi, choices: [a, b]}
                    - id: names
                      items:
                        - {id: names, type: list, max: 5, items: [{id: name, type: name}, {id: own, type: text, own: yes}]}
                    """).file("text.en.yaml", """
                    me.name.label: Name
                    born.label: Born
                    married.label: Married
                    income.label: Income
                    ssn.label: Number
                    papers: {label: Papers, choice: {a: Passport, b: Visa}}
                    names.name.label: Other name
                    """).forms();
    private final Edition edition = forms.edition("t-1", "2026-01-01");

    private Answers full() {
        return answers(
                edition,
                "helper=yes",
                "me.name/family=Núñez",
                "me.name/given=Ana",
                "born/month=4",
                "born/day=2",
                "born/year=1990",
                "married=no",
                "spouse=Luis",
                "income=1,200",
                "ssn/~=unknown",
                "papers=b a",
                "names[2].name/family=Rivera",
                "names[2].own=x",
                "!start",
                "!names");
    }

    private CanonicalFiling filing(Answers answers) {
        return forms.canonical(edition, answers, Facts.on(TODAY));
    }

    @Test
    void what_is_filed_is_one_sorted_line_of_json() {
        assertThat(filing(full()).json()).isEqualTo("""
                        {"answers":{"born":"1990-04-02","income":1200,"married":false,\
                        "me.name":{"family":"Núñez","given":"Ana"},"names":[{"name":{"family":"Rivera"}}],\
                        "papers":["a","b"],"ssn":{"said":"unknown"}},"edition":"2026-01-01","form":"t-1"}\
                        """);
    }

    @Test
    void own_questions_and_hidden_answers_are_left_out_and_listed() {
        assertThat(filing(full()).removed())
                .extracting(CanonicalFiling.Removed::path, CanonicalFiling.Removed::why)
                .containsExactly(tuple("helper", Why.OWN), tuple("spouse", Why.HIDDEN), tuple("names[2].own", Why.OWN));
    }

    @Test
    void the_same_answers_have_the_same_hash_whatever_was_typed_around_them() {
        var typedOtherwise = full().with("income", new Answer.Known(new Value.Whole(1200), Map.of("", "$1200")));

        assertThat(filing(typedOtherwise).sha256())
                .isEqualTo(filing(full()).sha256())
                .hasSize(64);
        assertThat(filing(full().with("income", new Answer.Known(new Value.Whole(1201), Map.of())))
                        .sha256())
                .isNotEqualTo(filing(full()).sha256());
    }

    @Test
    void a_filing_read_back_is_filed_the_same() {
        var json = filing(full()).json();

        assertThat(filing(forms.filed(edition, json)).json()).isEqualTo(json);
    }

    @Test
    void a_filing_can_be_read_in_words() {
        assertThat(forms.rows(edition, filing(full()).json(), Locale.ENGLISH))
                .extracting(FiledRow::label, FiledRow::answer)
                .containsExactly(
                        tuple("Name", "Ana Núñez"),
                        tuple("Born", "April 2, 1990"),
                        tuple("Married", "No"),
                        tuple("Income", "$1,200"),
                        tuple("Number", "I do not know"),
                        tuple("Papers", "Passport, Visa"),
                        tuple("Other name", "Rivera"));
    }

    @Test
    void strings_are_escaped_as_rfc_8785_wants() {
        assertThat(CanonicalJson.write(Map.of("b", "a\"\\\n\t\u0001é😀/", "a", 1)))
                .isEqualTo("{\"a\":1,\"b\":\"a\\\"\\\\\\n\\t\\u0001é😀/\"}");
    }
}
