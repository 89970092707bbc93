package fairway.filing;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.audit.Actor;
import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Part;
import fairway.documents.Upload;
import fairway.drafts.Client;
import fairway.drafts.PersonaWalk;
import fairway.forms.Forms;
import fairway.signin.TestSignIn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The papers a form asks for are missed by name, and never stop anybody who goes on without them. */
@FairwayTest
@Tag("FIL-4")
@Tag("FIL-5")
class PapersAskedTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    Forms forms;

    @Autowired
    Documents documents;

    @Autowired
    TestJobs jobs;

    private Client nadia = new Client(0, new TestSignIn.SignedIn(new UUID(0, 0), "", "", ""));
    private String draft = "";

    @BeforeEach
    void a_form_with_every_answer_and_no_paper() {
        var edition = forms.edition("i-765", "2025-08-21");
        var persona = PersonaWalk.persona(edition, "nadia_a5");
        clock.set(persona.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        nadia = new Client(port, signIn.person());
        draft = new PersonaWalk(nadia, edition).fill(persona);
    }

    @Test
    void nothing_is_signed_before_the_papers_that_are_not_there_were_read() {
        assertThat(review())
                .contains(
                        "asked for and not here yet: “Passport-style photo”",
                        "asked for and not here yet: “Proof of your category”",
                        draft + "/evidence#slot-photo",
                        "Add the document");
        assertThat(location(nadia.get(draft + "/sign"))).isEqualTo(draft + "/review?unread");

        assertThat(location(nadia.acceptAll(draft))).isEqualTo(draft + "/sign");

        assertThat(nadia.get(draft + "/sign").body()).contains("asked for and not here yet: “Passport-style photo”");
    }

    @Test
    void a_demonstration_says_that_the_edition_is_not_confirmed_and_signs_it() {
        var remark = "The agency has not confirmed the edition of August 21, 2025 of this form. In this demonstration";
        assertThat(nadia.get("/forms/i-765").body())
                .contains("The agency has not confirmed this edition of the form: shown for the demonstration only.")
                .contains("press on an edition 09/15/26, read on October 3, 2026");
        assertThat(review()).contains(remark);
        nadia.acceptAll(draft);
        assertThat(nadia.get(draft + "/sign").body()).contains(remark);
        assertThat(location(nadia.fill(draft + "/sign", "name", "Nadia Haddad", "agree", "yes")))
                .startsWith("/filings/");
    }

    @Test
    void what_is_uploaded_is_missed_no_more_and_the_checklist_says_so() {
        assertThat(documentsLine()).contains("Not started");
        send("photo");
        assertThat(review()).doesNotContain("“Passport-style photo”").contains("“Proof of your category”");
        assertThat(documentsLine()).contains("In progress");

        send("proof_of_category");
        send("entry_document");
        send("photo_id");

        assertThat(review()).doesNotContain("not here yet");
        assertThat(documentsLine()).contains("Complete");
        assertThat(nadia.get(draft + "/evidence").body())
                .as("one photo is enough, more proof is welcome")
                .doesNotContain("id=\"file-photo\"")
                .contains("id=\"file-proof_of_category\"");
    }

    @Test
    void a_paper_in_another_language_is_missed_until_translation_and_certificate_are_there() {
        var order = send("proof_of_category", true, Part.FILE, null);
        assertThat(review()).contains("A part of “proof.png” is not in English, and its English translation");

        send("proof_of_category", false, Part.TRANSLATION, order.id());
        assertThat(review()).contains("The translation of “proof.png” is here, but not the translator’s certificate");

        send("proof_of_category", false, Part.CERTIFICATE, order.id());
        assertThat(review()).doesNotContain("proof.png” is not in English", "translator’s certificate.");
    }

    @Test
    void a_paper_that_other_answers_ask_for_no_more_is_shown_and_can_be_deleted() {
        var card = send("photo_id");
        nadia.fill(
                draft + "/earlier_applications",
                "applicant.filed_i765_before",
                "yes",
                "card.ever_issued",
                "yes",
                "then",
                "continue");
        assertThat(nadia.get(draft + "/evidence").body())
                .contains("Not asked for any more: Government photo identification")
                .doesNotContain("id=\"file-photo_id\"");

        nadia.fill(draft + "/evidence/photo_id/files/" + card.id(), "act", "delete");

        assertThat(nadia.get(draft + "/evidence").body()).doesNotContain("Not asked for any more");
        assertThat(documents.of(holder())).isEmpty();
    }

    @Test
    @Tag("FIL-9")
    void what_was_filed_is_listed_in_the_order_of_the_form_and_in_the_copy() throws Exception {
        send("photo_id");
        send("proof_of_category");
        send("photo");
        nadia.acceptAll(draft);

        var filed = location(nadia.fill(draft + "/sign", "name", "Nadia Haddad", "agree", "yes"));

        assertThat(nadia.get(filed).body())
                .containsSubsequence(
                        "Passport-style photo", "Proof of your category", "Government photo identification");
        jobs.runDue();
        assertThat(copy(filed))
                .contains("Receipt number", "Documents filed with it", "Passport-style photo: proof.png");
    }

    private String copy(String filed) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + filed + "/copy"))
                            .header("Cookie", nadia.person().cookies())
                            .build(),
                    BodyHandlers.ofByteArray());
            try (var pdf = Loader.loadPDF(answer.body())) {
                return new PDFTextStripper().getText(pdf);
            }
        }
    }

    private String review() {
        return nadia.get(draft + "/review").body();
    }

    private String documentsLine() {
        return nadia.get(draft).body().replaceAll("(?s).*>Your documents</a>(.{0,200}).*", "$1");
    }

    private Document send(String slot) {
        return send(slot, false, Part.FILE, null);
    }

    private Document send(String slot, boolean foreign, Part part, @org.jspecify.annotations.Nullable UUID of) {
        var by = Actor.person(nadia.person().account());
        documents.receive(new Upload(holder(), slot, "proof.png", picture(), by, foreign, part, of));
        return documents.of(holder()).getLast();
    }

    private Holder holder() {
        return new Holder("draft", UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)));
    }

    private static InputStream picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
