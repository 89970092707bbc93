package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.signin.Client;
import fairway.signin.TestSecrets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** The way back in an installation that follows the newer standards: no answers, no texts, something strong or a wait. */
@Tag("SEC-4")
@TestPropertySource(properties = "fairway.signin.profile=strict")
class StrictRecoveryTests extends Recovering {
    private static final String STOP = "/sign-in/recovery/cancel/";

    @Test
    @Tag("R01")
    @Tag("R08")
    void answers_and_a_text_open_nothing_an_app_a_backup_code_or_patience_does() {
        var person = lost.whole();
        lost.begun(browser, person.email());
        assertThat(browser.get("/sign-in/forgot/prove").body())
                .contains("authenticator app", "/prove/backup")
                .doesNotContain("/prove/questions", lost.way(person, fairway.signin.Way.TEXT));
        assertThat(lost.answer(browser, TestSecrets.ANSWERS).status()).isEqualTo(404);
        assertThat(browser.get("/sign-in/forgot/prove/questions").status())
                .as("looking is refused like answering")
                .isEqualTo(404);
        lost.text(browser, person);
        assertThat(browser.get("/sign-in/forgot/password").location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.app(browser, person).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/done");

        var second = lost.begun(new Client(port), person.recovery());
        lost.backup(second, person.backup());
        assertThat(lost.choose(second, Lost.FRESH + " Y alta.").location()).isEqualTo("/sign-in/forgot/done");
    }

    @Test
    @Tag("R10")
    void after_the_wait_the_wizard_asks_neither_for_questions_nor_for_what_is_known() {
        var person = lost.withPhone();
        lost.begun(browser, person.email());
        browser.get("/sign-in/forgot/lost");
        assertThat(browser.post("/sign-in/forgot/lost").location()).startsWith("/sign-in/recovery/");
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        var owner = new Client(port);
        owner.get(lost.link(person.email(), "/sign-in/recovery/finish/"));
        owner.get("/sign-in/recovery/finish");
        owner.post("/sign-in/recovery/finish", "password", Lost.FRESH, "again_password", Lost.FRESH);
        owner.get("/sign-up/methods");
        assertThat(owner.post("/sign-up/methods", "ways", "email").body())
                .contains("E-mail alone does not protect enough here");
        owner.post("/sign-up/methods", "ways", "text", "phone", person.phone());
        owner.get("/sign-up/code");
        owner.post("/sign-up/code", "code", lost.post().code(person.phone()));
        owner.get("/sign-up/backup");
        assertThat(owner.post("/sign-up/backup", "kept", "yes").location()).isEqualTo("/sign-up/done");
        assertThat(owner.get("/sign-up/done").body()).contains("You are back in your account");
        assertThat(owner.get("/account").status()).isEqualTo(200);
    }

    @Test
    @Tag("A58")
    void here_too_a_mailbox_begins_only_twice() {
        var person = lost.withPhone();
        for (int i = 0; i < 2; i++) {
            clock.advance(Duration.ofMinutes(20));
            lost.begun(browser, person.email());
            browser.get("/sign-in/forgot/lost");
            browser.post("/sign-in/forgot/lost");
            var owner = new Client(port);
            var stop = lost.link(person.phone(), STOP);
            owner.get(stop);
            assertThat(owner.post(stop).body()).contains("The request is stopped");
        }
        clock.advance(Duration.ofMinutes(20));
        lost.begun(browser, person.email());
        assertThat(browser.get("/sign-in/forgot/lost").body()).contains("Ask our help desk");
        assertThat(browser.post("/sign-in/forgot/lost").body()).contains("Ask our help desk");
    }
}
