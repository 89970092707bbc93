package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.paper.TestPdf;
import fairway.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("ACC-13")
@Tag("CAS-6")
class AccessNoticeTests {
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("agency", "Demonstration Office"),
            Map.entry(
                    "to",
                    "María de los Ángeles Fernández-Echeverría y Quiñones\n12 Elm St, Apt. 4\nLewiston, ME 04240"),
            Map.entry("number", "1234 5678 9015"),
            Map.entry("receipt", "FWY 0123 456 789"),
            Map.entry("code", "AB01-CD01-EF23"),
            Map.entry("until", "February 21, 2027"),
            Map.entry("form", "Form I-765, application for permission to work"),
            Map.entry("date", "November 23, 2026"),
            Map.entry("link", "https://fairway.example.org/account/claim"),
            Map.entry("start_link", "https://fairway.example.org/sign-up"),
            Map.entry("letter_link", "https://fairway.example.org/account/claim/letter"));

    private final Texts texts = new Texts();
    private final AccessNotice notice = new AccessNotice(texts, TestPdf.paper(texts), "Demonstration Office", true);

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void the_notice_is_accessible_and_names_everything_one_needs_on_one_page(Locale language) throws Exception {
        var pdf = notice.print(language, VALUES);
        assertThat(TestPdf.faults(pdf)).isEmpty();
        assertThat(TestPdf.text(pdf).replaceAll("\\s+", " "))
                .contains("Fernández-Echeverría", "12 Elm St, Apt. 4", "1234 5678 9015", "FWY 0123 456 789")
                .contains("AB01-CD01-EF23", "February 21, 2027", "https://fairway.example.org/account/claim");
        try (var document = Loader.loadPDF(pdf)) {
            var folder = Files.createDirectories(Path.of("target", "pictures", "intake"));
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 80);
            ImageIO.write(
                    picture,
                    "png",
                    folder.resolve("notice-" + language + ".png").toFile());
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }
}
