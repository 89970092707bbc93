package fairway.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.signin.TestSignIn;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The first administrator of a strict installation, from the console to the list of staff, in a real browser. */
@FairwayTest
@TestPropertySource(properties = "fairway.signin.profile=strict")
@Tag("E03")
@Tag("E08")
@Tag("W01")
class StrictStaffJourneyTests {
    private static final String HOME = "http://localhost:8080";
    private static final String PASSWORD = "Quiet desk under the north light";

    @LocalServerPort
    int port;

    @Autowired
    Staff staff;

    @Autowired
    TestSignIn signIn;

    Browser browser;
    BrowserContext window;
    Page page;

    @BeforeEach
    void open() {
        browser = Browser.start("--host-resolver-rules=MAP localhost:8080 localhost:" + port);
        window = browser.window(1280);
        page = window.newPage();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void the_desk_opens_only_with_the_passkey_that_the_invitation_let_in() {
        Browser.authenticator(page, "usb", true);
        page.navigate(HOME + staff.firstLink().orElseThrow());
        look("staff-join");
        assertThat(page.locator("#password-hint").textContent()).contains("15 characters or more, of any kind");
        assertThat(page.locator("[data-rule]").count()).isZero();
        page.setViewportSize(360, 800);
        page.navigate(HOME + "/es/desk/sign-in/join");
        look("staff-join-es-360");
        page.locator("#email").fill("ada." + UUID.randomUUID() + "@office.example.org");
        page.locator("#name").fill("Ada Invented");
        page.locator("#password").fill(PASSWORD);
        page.locator("#again").fill(PASSWORD);
        page.locator("main form button[type=submit]").click();
        page.waitForURL("**/desk/security/passkeys");
        look("staff-joined-es-360");
        page.navigate(HOME + "/desk/staff");
        assertThat(page.url()).endsWith("/desk/security/passkeys/add");
        page.getByText("Continue to my device").click();
        page.waitForURL("**/desk/sign-in/passkey");
        page.getByText("Use my passkey").click();
        page.waitForURL("**/desk/staff");
        look("staff-360");
        page.setViewportSize(1280, 800);
        look("staff");
        Browser.follow(page.getByText("Invite somebody"));
        look("staff-invite");
        page.locator("#email").fill("olu@office.example.org");
        page.locator("main input[value=OFFICER]").check();
        page.getByText("Send invitation").click();
        page.waitForURL("**/desk/staff");
        page.navigate(HOME + "/es/desk/staff");
        look("staff-es");
        var officer = signIn.officer("Olu Invented", "OFFICER");
        page.navigate(HOME + "/desk/staff/" + officer.account());
        look("staff-member");
        page.getByText("Stop access now").click();
        page.waitForURL("**/desk/staff");
    }

    @Test
    void support_sees_a_banner_and_nothing_to_press() {
        var person = signIn.person();
        var helper = signIn.officer("Sam Invented", "SUPPORT");
        var session = signIn.byPasskey(helper.account());
        Browser.carry(window, session.cookieName(), session.cookieValue());
        page.navigate(HOME + "/desk/support");
        look("support");
        page.locator("#who").fill(person.email());
        page.locator("main input[value=CALL]").check();
        page.locator("#note").fill("She asks why her letter did not come.");
        page.getByText("Look at the account").click();
        page.waitForURL(url -> url.matches(".*/desk/support/[0-9a-f-]{36}"));
        look("support-account");
        page.setViewportSize(360, 800);
        page.navigate(page.url().replace("/desk/", "/es/desk/"));
        look("support-account-es-360");
        assertThat(page.locator("main form").count()).isEqualTo(1);
    }

    private void look(String name) {
        Browser.look(page, name);
    }
}
