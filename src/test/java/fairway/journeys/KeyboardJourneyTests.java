package fairway.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.signin.TestSignIn;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Filing without ever touching a mouse. */
@FairwayTest
@Tag("browser")
class KeyboardJourneyTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Test
    @Tag("FIL-2")
    @Tag("FIL-8")
    void from_the_list_of_forms_to_the_receipt_with_the_keyboard_alone() {
        clock.set(TestClock.START);
        var persona = Persona.of("ana_c9_together");
        var who = signIn.person(persona.legalName(), Locale.ENGLISH);
        try (var browser = Browser.start();
                var window = browser.window(1280)) {
            window.addCookies(List.of(new Cookie(who.cookieName(), who.cookieValue())
                    .setDomain("localhost")
                    .setPath("/")
                    .setSecure(true)
                    .setHttpOnly(true)));
            var page = window.newPage();
            var applicant = new Applicant(page, "http://localhost:" + port, () -> {}, new Hands.Keyboard(page));

            var draft = applicant.start();
            applicant.fill(draft, persona);
            applicant.sendEvidence(draft);
            applicant.reviewAndSign(draft, persona);
            applicant.payWith("4111 1111 1111 1111");

            jobs.runDue();
            page.navigate("http://localhost:" + port + "/account");
            assertThat(page.locator("main a[href*='/cases/']").first().getAttribute("href"))
                    .containsPattern("/cases/[A-Z]{3}[0-9]{10}");
        }
    }
}
