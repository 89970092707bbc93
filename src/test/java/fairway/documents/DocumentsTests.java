package fairway.documents;

import static fairway.documents.Samples.pdf;
import static fairway.documents.Samples.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.audit.Subject;
import fairway.documents.Opening.AskFirst;
import fairway.documents.Opening.Content;
import fairway.ui.NotFound;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class DocumentsTests extends HeldFiles {
    @Test
    @Tag("FIL-5")
    void a_file_comes_back_as_it_came_and_lies_sealed_on_the_disk() throws IOException {
        var content = picture("jpg");
        var document = stored(upload("photo.jpg", content));
        assertThat(document.size()).isEqualTo(content.length);
        assertThat(document.verdict()).isEqualTo(Verdict.NOT_SCANNED);
        assertThat(documents.of(draft)).containsExactly(document);
        assertThat(read(document, Reader.person(ANA))).isEqualTo(content);
        var file = files().filter(path -> path.toString().contains(document.id().toString()))
                .toList();
        assertThat(file).hasSize(1);
        assertThat(Files.readAllBytes(file.getFirst()))
                .satisfies(bytes ->
                        assertThat(Bytes.find(bytes, Samples.ascii("JFIF"), 0)).isEqualTo(-1));
        assertThat(audit.about(Subject.of("document", document.id()))).hasSize(2);
    }

    @Test
    void a_file_of_another_holder_does_not_exist() {
        var document = stored(upload("photo.jpg", picture("jpg")));
        var other = new Holder("draft", UUID.randomUUID());
        assertThat(documents.find(other, document.id())).isEmpty();
        assertThatThrownBy(() -> documents.open(other, document.id(), Reader.person(ANA)))
                .isInstanceOf(NotFound.class);
        assertThat(documents.change(other, document.id(), "delete", "", ANA)).isFalse();
        assertThat(documents.change(new Holder("filing", draft.id()), document.id(), "delete", "", ANA))
                .isFalse();
        assertThat(documents.of(draft)).hasSize(1);
    }

    @Test
    void officers_are_warned_of_what_was_not_scanned_and_never_get_what_is_infected() throws IOException {
        var plain = stored(upload("a.pdf", pdf()));
        assertThat(documents.open(draft, plain.id(), Reader.officer(OFFICER, false)))
                .isInstanceOf(AskFirst.class);
        assertThat(read(plain, Reader.officer(OFFICER, true))).isEqualTo(pdfOf(plain));
        assertThat(audit.about(Subject.of("document", plain.id())).toString()).contains("document.opened-unscanned");
    }

    @Test
    @Tag("AGY-3")
    @Tag("A38")
    void officers_look_at_pages_that_we_draw_and_keep_sealed() throws IOException {
        var document = stored(upload("three.pdf", pdf(3, all -> {})));
        assertThat(documents.view(draft, document.id(), 2, OFFICER))
                .isEqualTo(new Viewing.Page(document, 2, 3, 1275, 1649));
        var sent = new MockHttpServletResponse();
        documents.sendPage(draft, document.id(), 2, sent);
        var picture = ImageIO.read(new java.io.ByteArrayInputStream(sent.getContentAsByteArray()));
        assertThat(picture.getWidth()).isEqualTo(1275);
        assertThat(sent.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(documents.view(draft, document.id(), 4, OFFICER)).isInstanceOf(Viewing.NoView.class);
        assertThat(documents.view(draft, document.id(), 0, OFFICER)).isInstanceOf(Viewing.NoView.class);
        assertThat(audit.about(Subject.of("document", document.id())).toString())
                .contains("document.viewed");
        var kept = db.sql("select id from documents.view where document = ?")
                .param(document.id())
                .query(UUID.class)
                .list();
        assertThat(kept).hasSize(1);
        documents.delete(draft, document.id(), ANA);
        clock.advance(Duration.ofMinutes(11));
        jobs.runDue();
        assertThat(files().filter(
                                path -> path.toString().contains(kept.getFirst().toString())))
                .isEmpty();
    }

    @Test
    @Tag("A40")
    void two_files_of_one_name_are_two_files() throws IOException {
        var first = stored(upload("../scan.png", picture("png")));
        var second = stored(upload("scan.png", picture("png")));
        assertThat(documents.of(draft)).extracting(Document::name).containsExactly("scan.png", "scan.png");
        assertThat(read(first, Reader.person(ANA))).isEqualTo(read(second, Reader.person(ANA)));
        assertThat(first.id()).isNotEqualTo(second.id());
    }

    @Test
    void order_names_and_deletion_are_the_owners_until_it_is_frozen() throws IOException {
        var first = stored(upload("1.png", picture("png")));
        var second = stored(upload("2.png", picture("png")));
        documents.change(draft, second.id(), "up", "", ANA);
        documents.change(draft, second.id(), "rename", "Passport", ANA);
        assertThat(documents.of(draft)).extracting(Document::name).containsExactly("Passport.png", "1.png");
        assertThat(documents.delete(draft, first.id(), ANA)).isTrue();
        clock.advance(Duration.ofMinutes(11));
        jobs.runDue();
        assertThat(files().filter(path -> path.toString().contains(first.id().toString())))
                .isEmpty();

        documents.freeze(draft);
        assertThat(documents.delete(draft, second.id(), ANA)).isFalse();
        assertThat(reason(upload("3.png", picture("png")))).isEqualTo(Refusal.CLOSED);
        assertThat(documents.of(draft)).hasSize(1);
    }

    @Test
    void a_filing_takes_the_files_of_its_draft() throws IOException {
        var document = stored(upload("1.png", picture("png")));
        var filing = new Holder("filing", UUID.randomUUID());
        documents.rehome(draft, filing);
        assertThat(documents.of(draft)).isEmpty();
        assertThat(documents.of(filing)).extracting(Document::id).containsExactly(document.id());
        assertThat(((Content) documents.open(filing, document.id(), Reader.person(ANA))).stream())
                .hasBinaryContent(picture("png"));
        assertThat(reason(upload("2.png", picture("png")))).isEqualTo(Refusal.CLOSED);
    }

    @Test
    void what_is_not_in_english_asks_for_translation_and_certificate() {
        var birth = stored(new Upload(draft, "e", "acta.png", stream(picture("png")), ANA, true));
        assertThat(documents.lacking(draft)).containsExactly(new Lacking(birth, true, true));
        stored(new Upload(draft, "e", "t.png", stream(picture("png")), ANA, false, Part.TRANSLATION, birth.id()));
        assertThat(documents.lacking(draft)).containsExactly(new Lacking(birth, false, true));
        stored(new Upload(draft, "e", "c.png", stream(picture("png")), ANA, false, Part.CERTIFICATE, birth.id()));
        assertThat(documents.lacking(draft)).isEmpty();
        documents.delete(draft, birth.id(), ANA);
        assertThat(documents.of(draft)).isEmpty();
    }

    @Test
    void what_we_make_ourselves_is_kept_beside() throws IOException {
        var filing = new Holder("filing", UUID.randomUUID());
        documents.freeze(filing);
        var id = documents.store(filing, "copy", "copy.pdf", "application/pdf", pdf());
        assertThat(documents.find(filing, id))
                .hasValueSatisfying(document -> assertThat(document.verdict()).isEqualTo(Verdict.CLEAN));
        assertThat(documents.open(filing, id, Reader.officer(OFFICER, false))).isInstanceOf(Content.class);
    }
}
