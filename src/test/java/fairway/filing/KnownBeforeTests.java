package fairway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.audit.Actor;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Upload;
import fairway.drafts.Client;
import fairway.drafts.PersonaWalk;
import fairway.forms.Forms;
import fairway.signin.TestSignIn;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the product knows besides the answers speaks on the review. */
@FairwayTest
@Tag("FIL-5")
@Tag("FIL-6")
class KnownBeforeTests {
    private static final String OPEN = "You have a pending application in this category";
    private static final String APPROVED = "Our records show an approved card in this category";
    private static final String DIFFERS = "differ from another form in your account";
    private static final String PHOTO = "The photo is not square";

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
    JdbcClient db;

    @Test
    void an_earlier_filing_and_its_case_are_told_to_the_next_draft() {
        var nadia = PersonaWalk.persona(forms.edition("i-765", "2025-08-21"), "nadia_a5");
        clock.set(nadia.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        var browser = new Client(port, signIn.person());
        var walk = new PersonaWalk(
                browser, forms.current("i-765", LocalDate.of(2026, 11, 2)).orElseThrow());
        var first = walk.fill(nadia);
        assertThat(browser.get(first + "/review").body()).doesNotContain(OPEN, APPROVED, DIFFERS, PHOTO);
        browser.acceptAll(first);
        browser.fill(first + "/sign", "name", "Nadia Haddad", "agree", "yes");

        var second = walk.fill(nadia);

        assertThat(browser.get(second + "/review").body()).contains(OPEN).doesNotContain(APPROVED, DIFFERS);
        browser.fill(
                second + "/birth", "applicant.dob.day", "4", "applicant.dob.month", "3", "applicant.dob.year", "1992");
        assertThat(browser.get(second + "/review").body()).contains(OPEN, DIFFERS);
        db.sql("update cases.case_file set state = 'APPROVED' where account = :account")
                .param("account", browser.person().account())
                .update();
        assertThat(browser.get(second + "/review").body()).contains(APPROVED).doesNotContain(OPEN);
    }

    @Test
    void another_person_in_the_same_account_is_no_difference() {
        var edition = forms.current("i-765", LocalDate.of(2026, 11, 2)).orElseThrow();
        var nadia = PersonaWalk.persona(edition, "nadia_a5");
        clock.set(nadia.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        var browser = new Client(port, signIn.person());
        var walk = new PersonaWalk(browser, edition);
        var first = walk.fill(nadia);
        browser.acceptAll(first);
        browser.fill(first + "/sign", "name", "Nadia Haddad", "agree", "yes");

        var child = walk.fill(PersonaWalk.persona(edition, "little_amal_a3"));

        assertThat(browser.get(child + "/review").body()).doesNotContain(OPEN, DIFFERS);
    }

    @Test
    void a_photo_of_the_wrong_shape_is_named_until_a_better_one_is_there() throws IOException {
        var ana = new Client(port, signIn.person());
        var draft = Client.location(ana.fill("/forms/i-765/start"));
        var photo = upload(draft, ana.person().account(), 300, 200);
        assertThat(ana.get(draft + "/review").body()).contains(PHOTO);

        documents.delete(holder(draft), photo, Actor.person(ana.person().account()));
        assertThat(ana.get(draft + "/review").body()).doesNotContain(PHOTO);
        upload(draft, ana.person().account(), 600, 602);

        assertThat(ana.get(draft + "/review").body()).doesNotContain(PHOTO);
    }

    private UUID upload(String draft, UUID account, int width, int height) throws IOException {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", picture);
        var content = new ByteArrayInputStream(picture.toByteArray());
        documents.receive(new Upload(holder(draft), "photo", "me.png", content, Actor.person(account), false));
        return documents.of(holder(draft)).getFirst().id();
    }

    private static Holder holder(String draft) {
        return new Holder("draft", UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)));
    }
}
