package fairway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.signin.Post;
import fairway.signin.TestSignIn;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A lost password and a passkey in a real browser, in each language. */
@FairwayTest
@Tag("browser")
@Tag("SEC-4")
class PasskeyBackJourneyTests {
    private static final String HOME = "http://localhost:8080";
    private static final String FRESH = "La luna sale tarde, siempre.";

    @LocalServerPort
    int port;

    @Autowired
    Keyholder holders;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @CsvSource({"'',1280", "/es,360"})
    @Tag("R01")
    @Tag("R09")
    void the_passkey_opens_the_page_for_a_new_password_and_then_signs_in_by_itself(String language, int width) {
        clock.advance(Duration.ofMinutes(30));
        var kim = holders.person(Locale.ENGLISH);
        var name = "passkey-back-" + width + "-";
        try (var browser = Browser.start("--host-resolver-rules=MAP localhost:8080 localhost:" + port);
                var window = browser.window(width)) {
            var page = window.newPage();
            Browser.authenticator(page, "internal", true);
            var session = signIn.again(kim.account());
            Browser.carry(window, session.cookieName(), session.cookieValue());
            page.navigate(HOME + "/account/security/passkeys/add");
            page.locator("main form[data-passkey] button").click();
            page.waitForURL("**/passkeys");
            window.clearCookies();

            page.navigate(HOME + language + "/sign-in/forgot");
            page.fill("#email", kim.email());
            press(page);
            page.navigate(HOME + new Post(db, jobs).link(kim.email()));
            press(page);
            Browser.follow(page.locator("main a[href$='/prove/passkey']"));
            Browser.look(page, name + "prove");
            page.locator("main form[data-passkey] button").click();
            page.waitForURL("**/sign-in/forgot/password");
            Browser.look(page, name + "password");
            page.fill("#password", FRESH);
            page.fill("#again_password", FRESH);
            press(page);
            assertThat(page.url()).isEqualTo(HOME + language + "/sign-in/forgot/done");
            page.navigate(HOME + language + "/account");
            assertThat(page.url()).contains(language + "/sign-in");
            page.locator("main form[data-passkey] button").click();
            page.waitForURL("**" + language + "/account");
        }
    }

    private static void press(Page page) {
        Browser.follow(page.locator("main form .fw-actions button").first());
    }
}
