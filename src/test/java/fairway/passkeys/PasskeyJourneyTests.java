package fairway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.TestSignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Passkeys in a real browser with its virtual authenticator, at the configured address. */
@FairwayTest
@Import(Keyholder.class)
@Tag("W01")
@Tag("SEC-9")
class PasskeyJourneyTests {
    private static final String HOME = "http://localhost:8080";

    @LocalServerPort
    int port;

    @Autowired
    Keyholder holders;

    @Autowired
    Passkeys passkeys;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    Browser browser;
    BrowserContext window;
    Page page;
    Keyholder.Holder kim;

    @BeforeEach
    void open() {
        clock.advance(Duration.ofMinutes(30));
        browser = Browser.start("--host-resolver-rules=MAP localhost:8080 localhost:" + port);
        window = browser.window(1280);
        page = window.newPage();
        kim = holders.person(Locale.ENGLISH);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_passkey_is_made_used_in_place_of_everything_and_removed() {
        Browser.authenticator(page, "internal", true);
        signedIn(window);
        page.navigate(HOME + "/account/security/passkeys");
        look("passkeys-none");
        Browser.follow(page.getByText("Add a passkey or security key"));
        page.locator("#label").fill("My phone");
        look("passkeys-add");
        page.getByText("Continue to my device").click();
        page.waitForURL("**/passkeys");
        look("passkeys-one");
        page.setViewportSize(360, 800);
        look("passkeys-one-360");
        assertThat(passkeys.any(kim.account())).isTrue();

        Browser.follow(page.getByText("Sign out"));
        page.navigate(HOME + "/es/sign-in");
        look("passkeys-sign-in-es-360");
        page.getByText("Iniciar sesión con una llave de acceso").click();
        page.waitForURL("**/es/account");
        page.navigate(HOME + "/es/account/security/passkeys");
        look("passkeys-one-es-360");
        clock.advance(Duration.ofMinutes(6));
        Browser.follow(page.getByText("Cambiar el nombre o quitar"));
        look("passkeys-remove-es-360");
        page.getByText("Quitar esta llave de acceso").click();
        page.waitForURL("**/sign-in/again");
        look("passkeys-again-es-360");
        page.getByText("Usar una llave de acceso en su lugar").click();
        page.waitForURL("**/sign-in/kept");
        page.locator("main form button").first().click();
        page.waitForURL("**/passkeys");
        assertThat(passkeys.any(kim.account())).isFalse();
    }

    @Test
    void a_browser_that_does_not_check_its_holder_is_not_let_in_and_says_so() {
        Browser.authenticator(page, "internal", false);
        signedIn(window);
        page.navigate(HOME + "/account/security/passkeys/add");
        page.getByText("Continue to my device").click();
        page.locator("main form [role=alert]:not(:empty)").waitFor();
        look("passkeys-stopped");
        assertThat(passkeys.any(kim.account())).isFalse();
    }

    @Test
    @Tag("A57")
    void at_another_address_the_browser_itself_refuses() {
        Browser.authenticator(page, "internal", true);
        page.navigate("http://127.0.0.1:" + port + "/sign-in");
        page.getByText("Sign in with a passkey").click();
        page.locator("main form [role=alert]:not(:empty)").waitFor();
        assertThat(page.url()).endsWith("/sign-in");
    }

    @Test
    void without_scripts_the_other_ways_are_shown() {
        try (var plain = browser.window(360, false)) {
            var quiet = plain.newPage();
            quiet.navigate(HOME + "/sign-in");
            assertThat(quiet.getByText("Sign in with a passkey").isVisible()).isFalse();
            quiet.navigate(HOME + "/sign-in/passkey");
            assertThat(quiet.getByText("Please choose another way").isVisible()).isTrue();
            quiet.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/passkeys-without-360.png"))
                    .setFullPage(true));
            Browser.follow(quiet.getByText("Choose another way", new Page.GetByTextOptions().setExact(true)));
            assertThat(quiet.url()).endsWith("/sign-in");
        }
    }

    private void signedIn(BrowserContext in) {
        var session = signIn.again(kim.account());
        Browser.carry(in, session.cookieName(), session.cookieValue());
    }

    private void look(String name) {
        Browser.look(page, name);
    }
}
