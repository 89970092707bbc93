package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.EmailAddress;
import fairway.identity.Phone;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody at an unlocked screen would make the account another person's, or have its news go elsewhere. */
@Tag("SEC-5")
class WhoSomebodyIsTests extends AtTheDoor {
    private static final String NAME = "/account/profile/name";
    private static final String NEWS = "/account/profile/notifications";
    private static final String[] RUIZ = {
        "name.family", "Ruiz", "name.given", "Ana", "born.year", "1986", "born.month", "4", "born.day", "28"
    };

    private String second = "";

    @BeforeEach
    void inWithANameAndASecondAddress() {
        enter(browser);
        browser.get("/account/profile");
        assertThat(browser.post(NAME, RUIZ).location()).isEqualTo("/account/profile?saved");
        second = "second." + UUID.randomUUID() + "@example.org";
        accounts.safety().recoverAt(account, EmailAddress.read(second).orElseThrow());
    }

    @Test
    @Tag("S10")
    @Tag("R13")
    @Tag("A58")
    void a_name_typed_without_a_fresh_proof_waits_for_one_and_every_address_hears_of_the_change() {
        assertThat(post.subjects(second)).as("the first name is no change").isEmpty();
        clock.advance(Duration.ofMinutes(6));
        String[] typed = {
            "name.family", "Otra", "name.given", "Ana", "born.year", "1990", "born.month", "1", "born.day", "2"
        };
        assertThat(browser.get(NAME).location()).startsWith("/sign-in/again?to=");
        assertThat(browser.post(NAME, typed).location()).isEqualTo("/sign-in/again");
        assertThat(born()).isEqualTo(LocalDate.of(1986, 4, 28));
        proveAgain("/sign-in/kept");
        assertThat(browser.get("/sign-in/kept").body()).contains("Otra", "1990");
        assertThat(browser.post("/sign-in/kept", typed).location()).isEqualTo(NAME);
        assertThat(browser.post(NAME, typed).location()).isEqualTo("/account/profile?saved");
        assertThat(born()).isEqualTo(LocalDate.of(1990, 1, 2));
        for (var address : new String[] {email, second}) {
            assertThat(post.subjects(address)).contains("Your name or date of birth was changed");
        }
        assertThat(post.bodies(second)).anyMatch(body -> body.contains("/sign-in/not-me/"));
        browser.post(NAME, typed);
        assertThat(post.subjects(second)).as("the same again is no change").hasSize(1);
    }

    @Test
    @Tag("S10")
    void former_names_are_added_and_removed_only_after_a_fresh_proof() {
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.post("/account/profile/former-names", "name.family", "Antes")
                        .location())
                .isEqualTo("/sign-in/again");
        assertThat(browser.post("/account/profile/former-names/remove", "family", "Antes")
                        .location())
                .isEqualTo("/sign-in/again");
        assertThat(accounts.profileOf(account).former()).isEmpty();
    }

    @Test
    @Tag("S10")
    @Tag("R13")
    @Tag("A58")
    void the_phone_for_news_changes_only_after_a_fresh_proof_and_the_old_one_hears_of_it() {
        var old = TestPhones.next();
        var next = TestPhones.next();
        accounts.textTo(account, Phone.read(old).orElseThrow());
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.post(NEWS + "/phone/remove").location()).isEqualTo("/sign-in/again");
        assertThat(browser.post(NEWS + "/phone", "number", next).location()).isEqualTo("/sign-in/again");
        assertThat(post.bodies(next)).isEmpty();
        proveAgain("/sign-in/kept");
        assertThat(browser.get("/sign-in/kept").body()).contains(next);
        assertThat(browser.post("/sign-in/kept", "number", next).location()).isEqualTo(NEWS + "/phone");
        assertThat(browser.post(NEWS + "/phone", "number", next).location()).isEqualTo(NEWS + "/phone");
        browser.post(NEWS + "/phone/code", "code", post.code(next));
        assertThat(accounts.contactOf(account).phone()).isEqualTo(new Phone(next));
        assertThat(post.subjects(second)).containsExactly("The phone for news was changed");
        assertThat(post.bodies(old)).anyMatch(body -> body.contains("no news of your account comes to this number"));
        browser.post(NEWS + "/phone/remove");
        assertThat(accounts.contactOf(account).phone()).isNull();
        assertThat(post.subjects(second)).hasSize(2);
    }

    private LocalDate born() {
        return java.util.Objects.requireNonNull(accounts.profileOf(account).born());
    }

    private void proveAgain(String next) {
        clock.advance(Duration.ofSeconds(31));
        browser.get("/sign-in/again");
        browser.post("/sign-in/again", "password", PASSWORD);
        browser.get("/sign-in/again/code");
        assertThat(browser.post("/sign-in/again/code", "with", wayTo("APP"), "code", appCode())
                        .location())
                .isEqualTo(next);
    }
}
