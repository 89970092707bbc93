package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FairwayTest
@Tag("SEC-1")
class StepUpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final String PASSWORD = SigningUpTests.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    TestClock clock;

    @Autowired
    Signin signin;

    Client browser;

    @BeforeEach
    void signedIn() {
        clock.advance(Duration.ofMinutes(20));
        var email = "stepup." + UUID.randomUUID() + "@example.org";
        signin.demoPerson(new Signin.DemoSignIn(email, PASSWORD, null, SECRET), Locale.ENGLISH, "Sol Invented");
        browser = new Client(port);
        browser.get("/sign-in");
        browser.post("/sign-in", "email", email, "password", PASSWORD);
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", "code", code());
    }

    @Test
    void a_fresh_proof_lets_through_and_an_old_one_is_asked_for_again() {
        assertThat(browser.get("/account/important").body()).isEqualTo("important");
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.get("/account/important").location()).isEqualTo("/sign-in/again?to=%2Faccount%2Fimportant");
        assertThat(browser.get("/sign-in/again?to=%2Faccount%2Fimportant").body())
                .contains("Show once more");
        assertThat(browser.post("/sign-in/again", "password", "Wrong one!").body())
                .contains("not right");
        var before = browser.cookies.get("__Host-session");
        assertThat(browser.post("/sign-in/again", "password", PASSWORD).location())
                .startsWith("/sign-in/again/code");
        assertThat(browser.get("/account/important").location()).startsWith("/sign-in/again");
        browser.get("/sign-in/again/code");
        assertThat(browser.post("/sign-in/again/code", "code", code()).location())
                .isEqualTo("/account/important");
        assertThat(browser.cookies.get("__Host-session")).isNotEqualTo(before);
        assertThat(browser.get("/account/important").body()).isEqualTo("important");
    }

    @Test
    void a_form_sent_without_a_fresh_proof_is_kept_and_sent_on() {
        browser.get("/account/profile");
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.post("/account/important", "words", "I sign").location())
                .isEqualTo("/sign-in/again");
        browser.get("/sign-in/again");
        browser.post("/sign-in/again", "password", PASSWORD);
        browser.get("/sign-in/again/code");
        assertThat(browser.post("/sign-in/again/code", "code", code()).location())
                .isEqualTo("/sign-in/kept");
        assertThat(browser.get("/sign-in/kept").body()).contains("I sign");
        assertThat(browser.post("/sign-in/kept", "words", "I sign").location()).isEqualTo("/account/important");
        assertThat(browser.post("/account/important", "words", "I sign").body()).isEqualTo("done: I sign");
    }

    @Test
    @Tag("SEC-7")
    void a_form_in_one_tab_still_works_after_other_pages_in_another() {
        browser.get("/account/profile");
        var tab = browser.copy();
        tab.get("/account/profile");
        tab.get("/account/profile");
        browser.cookies.putAll(tab.cookies);
        assertThat(browser.post("/sign-in/stay").status()).isEqualTo(204);
        assertThat(browser.post("/sign-in/stay").status()).isEqualTo(204);
    }

    private String code() {
        return Totp.code(SECRET, Totp.step(clock.instant()));
    }
}
