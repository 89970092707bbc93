package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.Analyser.Note;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class BundledEditionsTests {
    private static final Forms FORMS = Forms.bundled();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    static Stream<Edition> editions() {
        return FORMS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void the_analyser_finds_no_error(Edition edition) {
        assertThat(Analyser.notes(edition).stream().filter(Note::error)).isEmpty();
    }

    @Test
    void the_current_edition_is_the_newest_that_is_accepted() {
        assertThat(FORMS.current("i-765", TODAY).orElseThrow().header().edition())
                .isEqualTo(LocalDate.of(2025, 8, 21));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void complete_answers_of_every_pair_of_choices_leave_nothing_open(Edition edition) {
        var pages = edition.pages().map(FormPage::id).collect(Collectors.toSet());
        new Scenarios(edition, TODAY, 765).all().parallelStream().forEach(typed -> {
            assertThat(FORMS.unreadable(edition, typed, TODAY)).isEmpty();
            decided(edition, FORMS.read(edition, typed, pages, TODAY));
        });
    }

    private static void decided(Edition edition, Answers answers) {
        var facts = Facts.on(TODAY);
        var walk = new Walk(edition, answers, facts);
        for (var check : edition.checks()) {
            if (check.each() == null) {
                assertThat(check.when().decide(walk).isOpen())
                        .as(check.id() + answers.items())
                        .isFalse();
            }
        }
        assertThat(FORMS.journey(edition, answers, facts).isComplete())
                .as("complete: " + answers.items())
                .isTrue();
        assertThat(FORMS.fees(edition, answers, facts).isDecided()).isTrue();
        FORMS.needed(edition, answers, facts);
        var filing = FORMS.canonical(edition, answers, facts);
        var again = FORMS.canonical(edition, withOwn(answers, FORMS.filed(edition, filing.json())), facts);
        assertThat(again.sha256()).isEqualTo(filing.sha256());
        FORMS.rows(edition, filing.json(), Locale.of("es"));
    }

    /** Filed answers decide nothing by our own questions, which are not filed: for the round trip they come from the draft. */
    private static Answers withOwn(Answers draft, Answers filed) {
        return draft.merge(filed);
    }

    @Test
    void a_draft_without_answers_walks_through_every_edition() {
        editions().forEach(edition -> {
            assertThat(FORMS.journey(edition, Answers.NONE, Facts.on(TODAY)).pages())
                    .isNotEmpty();
            assertThat(FORMS.unreadable(edition, Map.of("no.such.item", Map.of("", "x")), TODAY))
                    .isEmpty();
            assertThat(FORMS.read(edition, Map.of(), Set.of(), TODAY)).isEqualTo(Answers.NONE);
        });
    }
}
