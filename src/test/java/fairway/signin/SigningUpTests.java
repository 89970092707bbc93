package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.Phone;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SigningUpTests extends SomebodyNew {
    @Test
    @Tag("ACC-2")
    @Tag("ACC-3")
    @Tag("ACC-4")
    @Tag("ACC-5")
    @Tag("ACC-6")
    @Tag("ACC-7")
    @Tag("ACC-8")
    @Tag("ACC-9")
    @Tag("ACC-10")
    @Tag("ACC-11")
    @Tag("ACC-12")
    void a_person_walks_through_the_whole_set_up() {
        assertThat(browser.get("/sign-up").body()).contains("Step 1 of 9", "One account for one person");
        confirmAddress();
        assertThat(browser.get("/sign-up/questions").location()).isEqualTo("/sign-up/terms");
        assertThat(browser.post("/sign-up/type", "type", "applicant").location())
                .isEqualTo("/sign-up/terms");
        assertThat(browser.get("/account").location()).startsWith("/sign-up/next");
        assertThat(browser.post("/sign-up/terms").body()).contains("Check the box");
        assertThat(browser.post("/sign-up/terms", "agree", "yes").location()).isEqualTo("/sign-up/password");
        assertThat(browser.get("/sign-up/terms").location()).isEqualTo("/sign-up/password");
        assertThat(browser.post("/sign-up/password", "password", "short", "again", "short")
                        .body())
                .contains("8 or more", "1 capital letter", "1 special character");
        assertThat(browser.post("/sign-up/password", "password", PASSWORD, "again", "x")
                        .body())
                .contains("not the same");
        assertThat(browser.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD)
                        .location())
                .isEqualTo("/sign-up/methods");
        provenByTextAppAndEmail();
        backupCodeKept();
        questionsAnswered();
        assertThat(browser.post("/sign-up/type").body()).contains("Choose one of the two");
        assertThat(browser.post("/sign-up/type", "type", "applicant").location())
                .isEqualTo("/sign-up/done");
        assertThat(browser.get("/sign-up/done").body())
                .contains("Your account is ready")
                .contains(
                        "href=\"/account\"",
                        "href=\"/status\"",
                        "href=\"/account/claim\"",
                        "href=\"/account/profile\"",
                        "href=\"/account/profile/notifications\"",
                        "href=\"/forms\"",
                        "href=\"/account/security\"");
        assertThat(browser.get("/account/profile").body())
                .containsPattern("[0-9]{4}.[0-9]{4}.[0-9]{4}")
                .contains("a•••@example.org")
                .doesNotContain(email);
        assertThat(post.subjects(email)).contains("Your online account exists now");
    }

    private void confirmAddress() {
        browser.get("/sign-up");
        assertThat(browser.post("/sign-up", "email", " " + email.toUpperCase(java.util.Locale.ROOT))
                        .location())
                .isEqualTo("/sign-up/sent");
        assertThat(browser.get("/sign-up/sent").body())
                .contains(email, "Didn’t receive confirmation instructions?", "10 minutes");
        var link = post.link(email);
        new Client(port).get(link);
        assertThat(browser.get(link).body()).contains("Confirm my address");
        assertThat(browser.get("/sign-up/terms").location()).isEqualTo("/sign-up");
        assertThat(browser.post(link).location()).isEqualTo("/sign-up/next");
        assertThat(browser.post(link).body()).contains("does not work any more");
        assertThat(browser.get("/sign-up/next").location()).isEqualTo("/sign-up/terms");
        browser.get("/sign-up/terms");
    }

    private void provenByTextAppAndEmail() {
        browser.get("/sign-up/methods");
        assertThat(browser.post("/sign-up/methods", "ways", "text", "phone", "12")
                        .body())
                .contains("U.S. phone number");
        var phone = new Phone(TestPhones.next());
        browser.post("/sign-up/methods", "ways", "text", "ways", "email", "ways", "app", "phone", phone.shown());
        var text = post.code(phone.e164());
        assertThat(browser.get("/sign-up/code").body()).contains("text message", "Step 6 of 9");
        assertThat(browser.post("/sign-up/code", "code", text.equals("000000") ? "000001" : "000000")
                        .body())
                .contains("not right");
        browser.post("/sign-up/code", "code", text);
        var app = browser.get("/sign-up/code").body();
        assertThat(app).contains("<svg", "otpauth://totp/");
        var key = Pattern.compile("secret=([A-Z2-7]+)").matcher(app);
        assertThat(key.find()).isTrue();
        browser.post("/sign-up/code", "code", Totp.code(base32(key.group(1)), Totp.step(clock.instant())));
        assertThat(browser.post("/sign-up/code", "code", post.code(email)).location())
                .isEqualTo("/sign-up/backup");
    }

    private void backupCodeKept() {
        var shown = browser.get("/sign-up/backup").body();
        assertThat(shown).containsPattern("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        assertThat(browser.get("/sign-up/backup/backup-code.txt").body()).contains("works once");
        assertThat(browser.post("/sign-up/backup").body()).contains("Keep the code first");
        assertThat(browser.post("/sign-up/backup", "kept", "yes").location()).isEqualTo("/sign-up/questions");
        assertThat(browser.get("/sign-up/backup").location()).isEqualTo("/sign-up/questions");
    }

    private void questionsAnswered() {
        browser.get("/sign-up/questions");
        assertThat(browser.post("/sign-up/questions").body())
                .contains("Choose question 1", "Type an answer to question 5");
        assertThat(browser.post(
                                "/sign-up/questions",
                                "question1",
                                "teacher",
                                "answer1",
                                "Speedy Snail",
                                "question2",
                                "song",
                                "answer2",
                                "The long river",
                                "question3",
                                "meal",
                                "answer3",
                                "Mole poblano",
                                "question4",
                                "shop",
                                "answer4",
                                "Kiosk by the well",
                                "question5",
                                "fear",
                                "answer5",
                                "The deep pond")
                        .location())
                .isEqualTo("/sign-up/type");
    }

    @Test
    @Tag("ACC-3")
    void known_and_unknown_addresses_get_the_same_page_and_each_its_own_mail() {
        var known = new EntryTests.Person(port, post, db).signUp();
        var one = new Client(port);
        var other = new Client(port);
        one.get("/sign-up");
        other.get("/sign-up");
        clock.advance(Duration.ofMinutes(2));
        var first = one.post("/sign-up", "email", known);
        var second = other.post("/sign-up", "email", email);
        assertThat(first.status()).isEqualTo(second.status());
        assertThat(first.location()).isEqualTo(second.location());
        assertThat(same(one.get("/sign-up/sent").body(), known))
                .isEqualTo(same(other.get("/sign-up/sent").body(), email));
        assertThat(post.subjects(known).getFirst()).isEqualTo("You have an account already");
        assertThat(post.subjects(email)).isEqualTo(List.of("Confirm your e-mail address"));
    }

    @Test
    @Tag("ACC-3")
    void another_mail_is_sent_after_a_minute_and_a_link_lives_a_day() {
        browser.get("/sign-up");
        browser.post("/sign-up", "email", email);
        browser.get("/sign-up/sent");
        assertThat(browser.post("/sign-up/sent").body()).contains("We have just sent an e-mail");
        clock.advance(Duration.ofSeconds(61));
        assertThat(browser.post("/sign-up/sent").body()).contains("We sent the e-mail again");
        assertThat(post.bodies(email)).hasSize(2);
        var link = post.link(email);
        clock.advance(Duration.ofHours(24).plusSeconds(1));
        assertThat(browser.get(link).body()).contains("does not work any more");
    }

    @Test
    @Tag("ACC-12")
    void the_set_up_goes_on_after_sign_in_on_another_device() {
        confirmAddress();
        browser.post("/sign-up/terms", "agree", "yes");
        browser.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD);
        var other = new Client(port);
        other.get("/sign-in");
        other.post("/sign-in", "email", email, "password", PASSWORD);
        assertThat(other.get("/sign-up/next").location()).isEqualTo("/sign-up/methods");
    }

    private static String same(String body, String email) {
        return body.replace(email, "ADDRESS").replaceAll("(value|nonce)=\"[^\"]*\"", "");
    }

    static byte[] base32(String text) {
        var bytes = new java.io.ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (int at = 0; at < text.length(); at++) {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(text.charAt(at));
            bits += 5;
            if (bits >= 8) {
                bytes.write(held >> (bits - 8));
                bits -= 8;
            }
        }
        return bytes.toByteArray();
    }
}
