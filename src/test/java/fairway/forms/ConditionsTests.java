package fairway.forms;

import static fairway.forms.SmallForm.TODAY;
import static fairway.forms.SmallForm.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.forms.Outcome.Gap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTests {
    private static final String PAGES = """
            - id: start
              items:
                - {id: reason, type: choice, choices: [initial, renewal]}
                - {id: married, type: yes_no}
                - {id: born, type: date}
                - {id: income, type: money}
                - {id: nick, type: text, required: no, none: yes, unknown: yes, withhold: yes}
                - {id: me.name, type: name}
                - {id: me.other, type: name, required: no}
                - {id: home, type: us_address, required: no}
                - {id: papers, type: multi, choices: [a, b], required: no}
            - id: countries
              items:
                - id: countries
                  type: list
                  required: no
                  max: 5
                  items: [{id: country, type: country, stateless: yes}]
            """;

    private final Edition edition = form().edition();

    private static SmallForm form() {
        return new SmallForm().pages(PAGES).file("rules.yaml", """
                        rules:
                          - id: wait
                            values:
                              - {from: 2020-01-01, value: 100}
                              - {from: 2026-11-01, value: 150}
                          - {id: start, values: [{from: 2020-01-01, value: 2024-04-01}]}
                        """).file("categories.yaml", """
                        categories:
                          - {code: c8, card: C08, boxes: [c, "8", ""], reasons: [initial], tags: [asylum]}
                          - {code: c9, card: C09, boxes: [c, "9", ""], reasons: [initial, renewal]}
                        """);
    }

    private Object outcome(String condition, String... typed) {
        var checked = conditions().value("test", condition);
        return checked.eval(new Walk(edition, answers(edition, typed), new Facts(TODAY, Map.of("channel", "online"))))
                .value();
    }

    private Conditions conditions() {
        return new Conditions(new Names(edition.parts(), edition.rules(), edition.categories(), edition.context()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "reason == 'renewal'                      | reason=renewal",
                "reason in ['renewal', 'initial']         | reason=initial",
                "married && reason != 'initial'           | married=yes;reason=renewal",
                "!married                                 | married=no",
                "age(born) == 26                          | born/month=11;born/day=2;born/year=2000",
                "age(born) == 25                          | born/month=11;born/day=3;born/year=2000",
                "today - born > 10 && year(born) == 2026  | born/month=10;born/day=1;born/year=2026",
                "born + rules.wait == today               | born/month=6;born/day=5;born/year=2026",
                "born > rules.start && born - 1 < born    | born/month=4;born/day=2;born/year=2024",
                "born >= date('2024-04-01')               | born/month=4;born/day=1;born/year=2024",
                "income + 1 > 5 && income * 2 <= 10       | income=5",
                "-income == -5                            | income=5",
                "married ? income > 3 : income > 9        | married=yes;income=4",
                "me.name.family == 'Rivera'               | me.name/family=Rivera",
                "same(me.name.family, 'riverá ')          | me.name/family=Rivera",
                "me.name.family.startsWith('Riv')         | me.name/family=Rivera",
                "me.name.family.endsWith('era')           | me.name/family=Rivera",
                "me.name.family.contains('ver')           | me.name/family=Rivera",
                "!same(me.name.family, 'Ruiz')            | me.name/family=Rivera",
                "!me.name.family.startsWith('era')        | me.name/family=Rivera",
                "!me.name.family.endsWith('Riv')          | me.name/family=Rivera",
                "!me.name.family.contains('rev')          | me.name/family=Rivera",
                "same(me.name, me.other)  | me.name/family=Núñez;me.name/given=Ana;me.other/family=nunez;me.other/given=ANA",
                "!same(me.name, me.other) | me.name/family=Li;me.name/given=Ana;me.other/family=Li;me.other/given=An",
                "!same(me.name, me.other) | me.name/family=Li;me.name/given=Ana;me.other/family=Li;me.other/middle=Ana",
                "size(nick) == 0                          | !start",
                "empty(countries)                         | !countries",
                "!empty(countries)                        | countries[1].country=SV",
                "!empty(countries)                        | countries[1].country=SV;!countries",
                "empty(me.name.given)                     | me.name/family=Rivera",
                "'a' in papers && !('b' in papers)        | papers=a",
                "size(papers) == 2                        | papers=a,b",
                "papers.exists(p, p == 'b')               | papers=a,b",
                "countries.exists(c, c.country == 'SV')   | countries[1].country=SV",
                "size(countries) == 2                     | countries[1].country=SV;countries[4].country=HN;!countries",
                "countries.all(c, c.country != 'SV')      | countries[1].country=HN;!countries",
                "countries.exists_one(c, c.country == 'SV') | countries[1].country=SV;countries[2].country=HN;!countries",
                "size(countries.filter(c, c.country == 'SV')) == 1 | countries[1].country=SV;countries[2].country=HN;!countries",
                "is_none(nick) && empty(nick)             | nick/~=none",
                "is_unknown(nick) && !is_none(nick)       | nick/~=unknown",
                "is_withheld(nick)                        | nick/~=withheld",
                "empty(nick)                              | !start",
                "empty(home) && empty(home.city)          | !start",
                "context.channel == 'online'              | reason=initial",
                "!('i485' in context.forms)               | reason=initial",
                "'c8' in categories.asylum                | reason=initial",
                "reason in reasons('c9')                  | reason=renewal",
                "!(reason in reasons('c8'))               | reason=renewal",
            })
    void holds(String condition, String typed) {
        assertThat(outcome(condition.strip(), typed.strip().split(";"))).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nick == 'x'",
                "nick < 'x'",
                "!(nick != 'x')",
                "nick.startsWith('x')",
                "home.city == 'Reno'",
                "nick in ['x']",
                "countries.exists(c, c.country == 'SV')",
                "size(papers) > 0",
                "'a' in papers",
                "nick + 'x' == 'x'",
            })
    void a_blank_left_on_a_saved_page_compares_as_no(String condition) {
        assertThat(outcome(condition, "!start", "!countries")).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reason == 'renewal'",
                "married",
                "!married",
                "married && income > 3",
                "age(born) > 3",
                "born + 3 > today",
                "empty(nick)",
                "size(nick) == 0",
                "empty(countries)",
                "reason in reasons(nick)",
                "countries.exists(c, c.country == 'SV')",
                "countries.all(c, c.country == 'SV')",
                "size(countries) > 0",
                "married ? true : false",
                "reason == nick",
            })
    void an_open_question_leaves_it_open(String condition) {
        assertThat(outcome(condition)).isEqualTo(Gap.OPEN);
    }

    @Test
    void one_decided_side_is_enough() {
        assertThat(outcome("married && income > 3", "married=no")).isEqualTo(false);
        assertThat(outcome("income > 3 && married", "married=no")).isEqualTo(false);
        assertThat(outcome("income > 3 || married", "married=yes")).isEqualTo(true);
    }

    @Test
    void of_two_reasons_the_shorter_one_is_given() {
        var longer = "(married || income > 3)";
        var shorter = "reason == 'initial'";
        var walk = new Walk(edition, answers(edition, "married=no", "income=1", "reason=renewal"), Facts.on(TODAY));
        for (var condition : new String[] {longer + " && " + shorter, shorter + " && " + longer}) {
            assertThat(conditions().value("t", condition).eval(walk).basis().paths())
                    .as(condition)
                    .containsExactly("reason");
        }
        assertThat(conditions()
                        .value("t", longer + " && (reason == 'initial' || income > 5)")
                        .eval(walk)
                        .basis()
                        .paths())
                .as("of two of one length the first")
                .containsExactly("married", "income");
    }

    @Test
    void a_condition_is_shown_as_it_was_written() {
        var condition = conditions().truth("t", "married && income > 3", Condition.ALWAYS);
        assertThat(condition.text()).isEqualTo("married && income > 3").isEqualTo(condition.toString());
        assertThat(condition.isAlways()).isFalse();
        assertThat(conditions().truth("t", "yes", condition).isAlways()).isTrue();
    }

    @Test
    void a_mistake_is_shown_where_it_stands() {
        assertThatThrownBy(() -> conditions().truth("t", "married && maried", Condition.ALWAYS))
                .hasMessageContaining(" at 1:12 in: married && maried");
    }

    @Test
    void numbers_beyond_all_dates_are_blank() {
        assertThat(outcome(
                        "born + income > today", "born/month=1", "born/day=1", "born/year=2000", "income=999999999999"))
                .isEqualTo(false);
    }

    @Test
    void a_number_of_law_is_the_one_in_force_on_the_day() {
        var before = new Walk(edition, Answers.NONE, Facts.on(TODAY.minusDays(10)));

        assertThat(conditions().value("t", "rules.wait").eval(before).value()).isEqualTo(100L);
        assertThat(outcome("rules.wait")).isEqualTo(150L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "maried == true         | undeclared reference to 'maried'",
                "reason == 1            | found no matching overload",
                "reason == 'renwal'     | 'renwal' is none of the admitted words",
                "reason in ['initial', 'new'] | 'new' is none of the admitted words",
                "'c1' in papers         | 'c1' is none of the admitted words",
                "countries.exists(c, c.country == 'XX') | 'XX' is none of the admitted words",
                "home.state == 'ZZ'     | 'ZZ' is none of the admitted words",
                "me.name.famly == 'a'   | undefined field 'famly'",
                "income                 | must be bool",
                "has(me.name.given)     | undeclared reference to 'has'",
                "married == 1.5         | no matching overload",
                "date('2024-02-30') < today | not a date",
                "nick.matches('a+')     | do not use matches",
                "reason ==              | mismatched input",
                "me.name == {'a': 1}    | no matching overload",
            })
    void a_mistake_stops_the_load(String condition, String message) {
        assertThatThrownBy(() -> conditions().truth("checks.yaml x", condition.strip(), Condition.ALWAYS))
                .isInstanceOf(BadEdition.class)
                .hasMessageContaining(message.strip())
                .hasMessageContaining("checks.yaml x");
    }

    @Test
    void a_simple_test_of_one_item_can_be_done_in_the_browser() {
        var conditions = conditions();

        assertThat(conditions.truth("t", "married", Condition.ALWAYS).reveal()).hasValueSatisfying(reveal -> {
            assertThat(reveal.key()).isEqualTo("married");
            assertThat(reveal.values()).containsExactly("yes");
        });
        assertThat(conditions
                        .truth("t", "!married", Condition.ALWAYS)
                        .reveal()
                        .orElseThrow()
                        .values())
                .containsExactly("no");
        assertThat(conditions
                        .truth("t", "reason in ['initial','renewal']", Condition.ALWAYS)
                        .reveal()
                        .orElseThrow()
                        .values())
                .containsExactly("initial", "renewal");
        assertThat(conditions
                        .truth("t", "married && reason == 'initial'", Condition.ALWAYS)
                        .reveal())
                .isEmpty();
    }
}
