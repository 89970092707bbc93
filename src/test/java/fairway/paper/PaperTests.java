package fairway.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.ui.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("FIL-9")
@Execution(ExecutionMode.CONCURRENT)
class PaperTests {
    private static final List<String> NAMES = List.of(
            "María de los Ángeles Fernández-Echeverría y Quiñones",
            "Łukasz Źdźbło of Łódź",
            "Erzsébet Őry-Szűcs",
            "Nguyễn Thị Ngọc Hân, Phường Bến Nghé",
            "Çağrı İpekçioğlu Şırnak",
            "Ștefan Țîrlea",
            "Ольга Журавлёва",
            "Suparno");
    private static final byte[] ANSWERS = "{\"form\":\"i-765\"}".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final Paper paper = new Paper(new Texts(), () -> NOW);

    static Stream<Locale> languages() {
        return Texts.LANGUAGES.stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_letter_is_accessible_and_lasting(Locale language) throws Exception {
        var pdf = paper.letter(letter(language));
        keep("letter-" + language, pdf);
        assertThat(TestPdf.faults(pdf)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_copy_of_a_filing_is_accessible_and_lasting_with_the_answers_inside(Locale language) throws Exception {
        var pdf = paper.record(filing(language), Map.of("answers.json", ANSWERS));
        keep("record-" + language, pdf);
        assertThat(TestPdf.faults(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            var associated =
                    (COSArray) document.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.AF);
            var file = (COSDictionary) associated.getObject(0);
            assertThat(file.getNameAsString(COSName.AF_RELATIONSHIP)).isEqualTo("Source");
            var streams = ((COSDictionary) file.getDictionaryObject(COSName.EF));
            assertThat(streams.getCOSStream(COSName.F).createInputStream()).hasBinaryContent(ANSWERS);
            assertThat(document.getDocumentCatalog()
                            .getNames()
                            .getEmbeddedFiles()
                            .getNames())
                    .containsOnlyKeys("answers.json");
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .startsWith("Copy of your filing");
        }
    }

    @Test
    void the_validator_finds_faults_where_there_are_some() throws Exception {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            assertThat(TestPdf.faults(bytes.toByteArray())).isNotEmpty();
        }
    }

    @Test
    void every_name_keeps_its_letters() throws IOException {
        var pdf = paper.letter(letter(Locale.ENGLISH));
        assertThat(TestPdf.text(pdf)).contains(NAMES);
    }

    @Test
    void letters_put_together_from_parts_come_out_whole_and_hidden_marks_do_not() throws IOException {
        var pdf = paper.pdf(new PaperJob(
                "Title", Locale.ENGLISH, "<h1>Title</h1><p>O\u030Bry \u202Eabc\u202C \u0007end</p>", Map.of()));
        assertThat(TestPdf.text(pdf)).contains("Őry abc end");
    }

    @Test
    void a_letter_fits_on_one_page() throws IOException {
        try (var document = Loader.loadPDF(paper.letter(letter(Locale.ENGLISH)))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void pages_are_numbered_in_the_language_of_the_paper() throws IOException {
        assertThat(TestPdf.text(paper.letter(letter(Locale.of("es"))))).contains("Página 1 de 1");
    }

    @Test
    void the_same_job_at_the_same_time_gives_the_same_bytes() {
        var first = paper.record(filing(Locale.ENGLISH), Map.of("answers.json", ANSWERS));
        var second = new Paper(new Texts(), () -> NOW).record(filing(Locale.ENGLISH), Map.of("answers.json", ANSWERS));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void what_people_typed_stays_text() throws IOException {
        var evil = "</td><script>alert(1)</script><img src=\"file:///etc/passwd\"/>&amp;";
        var record = new FilingRecord(
                evil,
                Locale.ENGLISH,
                "Office",
                "",
                List.of(new Letter.Fact("Name", evil)),
                List.of(new FilingRecord.Part(
                        "Part \"1\" \\ </style>", List.of(new FilingRecord.Line("1", "Name", evil)))),
                List.of());
        assertThat(TestPdf.text(paper.record(record, Map.of()))).contains("<script>alert(1)</script>");
    }

    @Test
    @Tag("A36")
    @Tag("A37")
    void nothing_outside_the_job_is_read() throws IOException {
        var outside = Files.createTempFile("outside", ".txt");
        Files.writeString(outside, "outside");
        assertThatThrownBy(() -> paper.pdf(new PaperJob(
                        "T",
                        Locale.ENGLISH,
                        "<!DOCTYPE a [<!ENTITY x SYSTEM '" + outside.toUri() + "'>]><p>&x;</p>",
                        Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
        var pdf = paper.pdf(
                new PaperJob("T", Locale.ENGLISH, "<h1>T</h1><object data='" + outside.toUri() + "'/>", Map.of()));
        assertThat(TestPdf.text(pdf)).doesNotContain("outside");
        Files.delete(outside);
    }

    private static Letter letter(Locale language) {
        return new Letter(
                "We received your application",
                language,
                "Demonstration Office",
                "This is a demonstration and not a government letter.",
                NAMES,
                List.of(
                        new Letter.Fact("Receipt number", "FWY 0123 456 789"),
                        new Letter.Fact("Date", "November 23, 2026")),
                List.of(
                        new Letter.Section("What we received", "Form I-765 with 4 documents and $520.00."),
                        new Letter.Section(
                                "What happens next",
                                List.of("We look at your form and then do one of these:"),
                                List.of("We decide.", "We ask you for more."))),
                List.of("Demonstration Office, 555-0100, help@example.org"));
    }

    private static FilingRecord filing(Locale language) {
        var parts = new ArrayList<FilingRecord.Part>();
        IntStream.rangeClosed(1, 5)
                .forEach(part -> parts.add(new FilingRecord.Part(
                        "Part " + part,
                        NAMES.stream()
                                .map(name -> new FilingRecord.Line(part + ".a", "Question about a name, long", name))
                                .toList())));
        return new FilingRecord(
                "Copy of your filing: Form I-765, edition 08/21/25",
                language,
                "Demonstration Office",
                "This is a demonstration.",
                List.of(new Letter.Fact("Receipt number", "FWY 0123 456 789")),
                parts,
                List.of(new Letter.Section("Your signature", "Signed by typing the name " + NAMES.getFirst() + ".")));
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "paper")).resolve(name + ".pdf"), pdf);
    }
}
