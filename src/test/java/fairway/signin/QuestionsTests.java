package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ACC-9")
class QuestionsTests {
    private static final List<Questions.Pair> GOOD = List.of(
            new Questions.Pair("teacher", "Speedy Snail"),
            new Questions.Pair("song", "La llorona del río"),
            new Questions.Pair("meal", "Mole poblano"),
            new Questions.Pair("shop", "Kiosk by the well"),
            new Questions.Pair("fear", "The deep pond"));

    @ParameterizedTest
    @CsvSource({
        "'  Speedy   SNAIL! ', speedy snail",
        "Río, rio",
        "ＲＩＯ, rio",
        "straße, strasse",
        "O’Hara-Smith, oharasmith",
        "Nguyễn, nguyen"
    })
    void answers_are_compared_without_case_accents_and_punctuation(String typed, String normal) {
        assertThat(Questions.normal(typed)).isEqualTo(normal);
    }

    @Test
    void the_catalogue_has_more_than_fifteen_questions() {
        assertThat(Questions.CATALOGUE).hasSizeGreaterThanOrEqualTo(15).doesNotHaveDuplicates();
    }

    @Test
    void five_different_answers_to_five_different_questions_are_taken() {
        assertThat(findings(GOOD)).isEmpty();
    }

    @Test
    void each_fault_is_found_where_it_is() {
        var bad = List.of(
                new Questions.Pair("teacher", "ab"),
                new Questions.Pair("teacher", "Pizza"),
                new Questions.Pair("", "Mole poblano"),
                new Questions.Pair("shop", "MOLE POBLANO."),
                new Questions.Pair("fear", "zoraida"));
        assertThat(findings(bad))
                .containsExactly(
                        new Questions.Finding(0, Questions.Fault.ANSWER_SHORT),
                        new Questions.Finding(1, Questions.Fault.QUESTION_TWICE),
                        new Questions.Finding(1, Questions.Fault.ANSWER_USUAL),
                        new Questions.Finding(2, Questions.Fault.QUESTION_MISSING),
                        new Questions.Finding(3, Questions.Fault.ANSWER_TWICE),
                        new Questions.Finding(4, Questions.Fault.ANSWER_ABOUT_YOU));
    }

    private static List<Questions.Finding> findings(List<Questions.Pair> pairs) {
        var texts = pairs.stream()
                .map(pair -> "Which one, " + pair.question() + "?")
                .toList();
        return Questions.findings(pairs, texts, List.of("zoraida", "example"));
    }
}
