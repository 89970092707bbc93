package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.EmailAddress;
import fairway.signin.Client;
import fairway.signin.TestSecrets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One person who loses one thing after the other, and one thief for each of them. */
@Tag("SEC-4")
class StoryTests extends Recovering {
    @Autowired
    Recovery recovery;

    @Test
    void who_loses_password_phone_answers_and_mailbox_one_after_the_other_always_comes_back() {
        var person = lost.withPhone();
        var number = accounts.find(person.id()).orElseThrow().number();

        lost.begun(browser, person.email());
        lost.answer(browser, TestSecrets.ANSWERS);
        lost.text(browser, person);
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/done");

        browser = lost.begun(new Client(port), person.email());
        lost.backup(browser, person.backup());
        assertThat(lost.choose(browser, Lost.OLD).location()).isEqualTo("/sign-in/forgot/done");

        browser = lost.begun(new Client(port), person.email());
        browser.get("/sign-in/forgot/lost");
        browser.post("/sign-in/forgot/lost");
        back(person, person.email(), Lost.FRESH);

        var fresh = new EmailAddress("fresh." + UUID.randomUUID() + "@example.org");
        recovery.assisted(person.id(), fresh, Locale.ENGLISH, "two-proofs");
        back(person, fresh.value(), "El mar llega hasta la puerta.");

        var account = accounts.find(person.id()).orElseThrow();
        assertThat(account.number()).isEqualTo(number);
        assertThat(account.email()).isEqualTo(fresh.value());
        assertThat(lost.enter(new Client(port), fresh.value(), "El mar llega hasta la puerta."))
                .startsWith("/sign-");
    }

    private void back(Lost.Person person, String address, String password) {
        jobs.runDue();
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        var owner = new Client(port);
        owner.get(lost.link(address, "/sign-in/recovery/finish/"));
        owner.get("/sign-in/recovery/finish");
        assertThat(owner.post("/sign-in/recovery/finish", "password", password, "again_password", password)
                        .location())
                .isEqualTo("/sign-up/next");
        assertThat(owner.get("/sign-up/next").location()).isEqualTo("/sign-up/methods");
        assertThat(owner.get("/account").location()).startsWith("/sign-up");
        assertThat(accounts.find(person.id())).isPresent();
    }

    @Test
    @Tag("A58")
    void a_thief_who_holds_one_thing_alone_comes_nowhere() {
        var person = lost.whole();

        var withPassword = new Client(port);
        assertThat(lost.enter(withPassword, person.email(), Lost.OLD)).startsWith("/sign-in/code");
        shut(withPassword);

        var withPhone = new Client(port);
        withPhone.get("/sign-in/forgot");
        withPhone.post("/sign-in/forgot", "email", person.phone());
        shut(withPhone);

        var withAnswers = new Client(port);
        withAnswers.get("/sign-in/forgot");
        assertThat(lost.answer(withAnswers, TestSecrets.ANSWERS).location()).isEqualTo("/sign-in/forgot");
        shut(withAnswers);

        var withBackupCode = new Client(port);
        withBackupCode.get("/sign-in/forgot");
        assertThat(withBackupCode
                        .post("/sign-in/forgot/prove/backup", "code", person.backup())
                        .location())
                .isEqualTo("/sign-in/forgot");
        shut(withBackupCode);

        var withMailbox = lost.begun(new Client(port), person.email());
        shut(withMailbox);
        withMailbox.get("/sign-in/forgot/lost");
        withMailbox.post("/sign-in/forgot/lost");
        var cancel = lost.link(person.phone(), "/sign-in/recovery/cancel/");
        var owner = new Client(port);
        owner.get(cancel);
        owner.post(cancel);
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        assertThat(lost.post().subjects(person.email())).doesNotContain("You can get back into your account");
        shut(withMailbox);
        assertThat(lost.enter(new Client(port), person.email(), Lost.OLD)).startsWith("/sign-in/code");
    }

    private static void shut(Client thief) {
        for (var page :
                List.of("/account", "/account/security", "/sign-in/forgot/password", "/sign-in/recovery/finish")) {
            assertThat(thief.get(page).location()).as(page).startsWith("/sign-in");
        }
    }
}
