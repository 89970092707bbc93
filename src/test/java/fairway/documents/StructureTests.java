package fairway.documents;

import static fairway.documents.Samples.ascii;
import static fairway.documents.Samples.joined;
import static fairway.documents.Samples.pdf;
import static fairway.documents.Samples.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fairway.documents.Structure.Objection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StructureTests {
    private final Structure structure = new Structure(500, 120, () -> Instant.EPOCH);

    static Stream<Arguments> good() {
        return Stream.of(
                arguments(pdf(), "birth certificate.pdf", FileType.PDF),
                arguments(pdf(500, document -> {}), "long.PDF", FileType.PDF),
                arguments(picture("jpg"), "photo.jpeg", FileType.JPEG),
                arguments(joined(picture("jpg"), new byte[4000]), "phone.jpg", FileType.JPEG),
                arguments(picture("png"), "screen.png", FileType.PNG),
                arguments(picture("tiff"), "scan.TIF", FileType.TIFF),
                arguments(picture("png"), "named without ending", FileType.PNG));
    }

    @ParameterizedTest
    @MethodSource("good")
    @Tag("FIL-5")
    void what_people_have_is_taken(byte[] content, String name, FileType type) throws Objection {
        assertThat(structure.examine(content, name).type()).isEqualTo(type);
    }

    static Stream<Arguments> xml() throws IOException {
        var entity = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
        return Stream.of(
                arguments(ascii("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "a.svg", Refusal.TYPE),
                arguments(ascii(entity), "a.xml", Refusal.TYPE),
                arguments(ascii(entity), "a.pdf", Refusal.DAMAGED),
                arguments(zip(), "a.docx", Refusal.WORD),
                arguments(zip(), "a.zip", Refusal.TYPE),
                arguments(Samples.pdfWith("AcroForm", xfa()), "a.pdf", Refusal.LIVE_FORM));
    }

    @ParameterizedTest
    @MethodSource("xml")
    @Tag("A37")
    @DisplayName("A37: nothing made of XML is taken or parsed")
    void nothing_made_of_xml_is_taken(byte[] content, String name, Refusal reason) {
        refused(content, name, reason);
    }

    static Stream<Arguments> malicious() {
        var action = new COSDictionary();
        action.setString("JS", "app.alert(1)");
        return Stream.of(
                arguments(Samples.pdfThat("JavaScript"), Refusal.SCRIPT),
                arguments(Samples.pdfWith("AA", action), Refusal.SCRIPT),
                arguments(Samples.pdfThat("Launch"), Refusal.LAUNCH),
                arguments(Samples.pdfThat("SubmitForm"), Refusal.LIVE_FORM),
                arguments(Samples.pdfThat("GoToE"), Refusal.INNER_FILES),
                arguments(Samples.pdfWith("EmbeddedFiles", Samples.someArray()), Refusal.INNER_FILES),
                arguments(Samples.pdfThat("Rendition"), Refusal.MEDIA),
                arguments(Samples.locked("secret"), Refusal.ENCRYPTED),
                arguments(Samples.locked(""), Refusal.ENCRYPTED),
                arguments(pdf(501, document -> {}), Refusal.PAGES),
                arguments(Samples.loop(), Refusal.DAMAGED),
                arguments(Samples.bomb("/Type/ObjStm"), Refusal.COMPLEX),
                arguments(Samples.bomb("/Type/Obj#53tm"), Refusal.COMPLEX),
                arguments(Samples.bomb(""), Refusal.COMPLEX),
                arguments(Arrays.copyOf(pdf(), pdf().length / 2), Refusal.DAMAGED),
                arguments(ascii("%PDF-1.7\nnothing\n%%EOF\n"), Refusal.DAMAGED),
                arguments(joined(pdf(), incremental(), ascii("\n%%EOF\n")), Refusal.SCRIPT));
    }

    @ParameterizedTest
    @MethodSource("malicious")
    @Tag("A38")
    @DisplayName("A38: a PDF that does more than show pages, or cannot be shown, is refused with its reason")
    void a_malicious_pdf_is_refused(byte[] content, Refusal reason) {
        refused(content, "a.pdf", reason);
    }

    @Test
    @Tag("A38")
    void deep_nesting_ends_in_a_refusal() {
        assertThatThrownBy(() -> structure.examine(Samples.nested(5_000), "a.pdf"))
                .isInstanceOfSatisfying(
                        Objection.class,
                        objection -> assertThat(objection.reason()).isIn(Refusal.COMPLEX, Refusal.DAMAGED));
    }

    @Test
    @Tag("A38")
    void a_pdf_that_takes_too_long_is_given_up() {
        var ticks = new AtomicInteger();
        InstantSource racing = () -> Instant.EPOCH.plusSeconds(ticks.getAndAdd(7));
        assertThatThrownBy(() -> new Structure(500, 120, racing).examine(pdf(50, document -> {}), "a.pdf"))
                .isInstanceOfSatisfying(
                        Objection.class,
                        objection -> assertThat(objection.reason()).isEqualTo(Refusal.COMPLEX));
    }

    static Stream<Arguments> bombsAndPolyglots() throws IOException {
        var page = ascii("<html><script>alert(1)</script></html>");
        return Stream.of(
                arguments(Samples.hugePng(30_000, 30_000), "a.png", Refusal.PIXELS),
                arguments(joined(ascii("GIF89a"), ascii("=1;alert(1)//"), new byte[50]), "a.gif", Refusal.TYPE),
                arguments(joined(ascii("GIF89a"), new byte[50]), "a.png", Refusal.DAMAGED),
                arguments(joined(pdf(), page), "a.pdf", Refusal.MIXED),
                arguments(joined(page, pdf()), "a.pdf", Refusal.DAMAGED),
                arguments(joined(picture("jpg"), ascii("<?php system($_GET['c']); ?>")), "a.jpg", Refusal.MIXED),
                arguments(joined(picture("jpg"), pdf()), "a.jpg", Refusal.MIXED),
                arguments(joined(picture("png"), zip()), "a.png", Refusal.MIXED),
                arguments(joined(picture("jpg"), zip()), "a.jpg", Refusal.MIXED),
                arguments(joined(pdf(), zip()), "a.pdf", Refusal.MIXED),
                arguments(joined(picture("png"), new byte[1]), "a.png", Refusal.MIXED),
                arguments(picture("png"), "a.jpg", Refusal.MISMATCH),
                arguments(picture("jpg"), "a.jpg.exe", Refusal.MISMATCH),
                arguments(pdf(), "a.html", Refusal.MISMATCH),
                arguments(Arrays.copyOf(picture("png"), 60), "a.png", Refusal.DAMAGED),
                arguments(Arrays.copyOf(picture("jpg"), 500), "a.jpg", Refusal.DAMAGED),
                arguments(Samples.loopingTiff(), "a.tif", Refusal.DAMAGED),
                arguments(ascii("\0\0\0\030ftypheic\0\0\0\0mif1heic"), "a.heic", Refusal.HEIC),
                arguments(ascii("\0\0\0\030ftypheic\0\0\0\0mif1heic"), "a.jpg", Refusal.HEIC));
    }

    @ParameterizedTest
    @MethodSource("bombsAndPolyglots")
    @Tag("A39")
    @DisplayName("A39: bombs and files of two natures are refused with their reason")
    void a_bomb_or_polyglot_is_refused(byte[] content, String name, Refusal reason) {
        refused(content, name, reason);
    }

    private void refused(byte[] content, String name, Refusal reason) {
        assertThatThrownBy(() -> structure.examine(content, name))
                .isInstanceOfSatisfying(
                        Objection.class,
                        objection -> assertThat(objection.reason()).isEqualTo(reason));
    }

    /** A later version of object 1 that the first version did not show. */
    private static byte[] incremental() {
        return ascii("""
                1 0 obj
                <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>
                endobj
                trailer
                <</Root 1 0 R/Size 2>>
                startxref
                0
                """);
    }

    private static COSDictionary xfa() {
        var form = new COSDictionary();
        form.setString("XFA", "<?xml version='1.0'?><xdp/>");
        return form;
    }

    private static byte[] zip() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(new byte[100_000]);
        }
        return bytes.toByteArray();
    }
}
