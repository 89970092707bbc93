package fairway.notices;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.paper.Letter;
import fairway.paper.Paper;
import fairway.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@FairwayTest
@Tag("CAS-6")
class LetterWriterTests {
    private static final Contents CONTENTS = new Contents(
            "FWY 0123 456 789",
            "i-765",
            "María de los Ángeles Fernández-Echeverría y Quiñones",
            Instant.parse("2026-11-20T15:00:00Z"),
            Instant.parse("2026-11-24T04:30:00Z"),
            "Send a copy of your passport.\nBoth pages.",
            LocalDate.of(2026, 12, 4));

    @Autowired
    LetterWriter writer;

    @Autowired
    LetterHtml html;

    @Autowired
    Paper paper;

    @ParameterizedTest
    @MethodSource("every")
    void every_notice_is_complete_in_every_language_on_the_page_and_on_paper(NoticeKind kind, Locale language) {
        var letter = writer.write(kind, language, CONTENTS);
        assertThat(letter.title()).isNotBlank();
        assertThat(letter.facts())
                .extracting(Letter.Fact::value)
                .contains("FWY 0123 456 789")
                .noneMatch(String::isBlank);
        assertThat(letter.sections()).isNotEmpty().allSatisfy(section -> {
            assertThat(section.heading()).isNotBlank();
            assertThat(section.paragraphs()).isNotEmpty().noneMatch(text -> text.isBlank() || text.contains("{"));
        });
        assertThat(html.of(letter)).contains("Fernández-Echeverría", "lang=\"" + language.getLanguage() + "\"");
        assertThat(paper.letter(letter)).startsWith('%', 'P', 'D', 'F');
    }

    @ParameterizedTest
    @MethodSource("every")
    void no_notice_gives_legal_advice(NoticeKind kind, Locale language) {
        var text = writer.write(kind, language, CONTENTS).toString().toLowerCase(Locale.ROOT);
        assertThat(text).doesNotContain("eligible", "qualif", "should", "elegible", "califica", "debería");
    }

    static Stream<Arguments> every() {
        return Stream.of(NoticeKind.values())
                .flatMap(kind -> Texts.LANGUAGES.stream().map(language -> Arguments.of(kind, language)));
    }
}
