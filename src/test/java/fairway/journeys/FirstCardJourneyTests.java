package fairway.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.drafts.Client;
import fairway.drafts.PersonaWalk;
import fairway.forms.Forms;
import fairway.signin.TestSignIn;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A first card while an asylum application waits: the form itself is free, the asylum fee is a payment of its own. */
@FairwayTest
@Tag("browser")
class FirstCardJourneyTests {
    private static final String WHO = "maria_c8_first";

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    Forms forms;

    @Test
    @Tag("FIL-6")
    @Tag("FIL-7")
    @Tag("FIL-9")
    void a_free_form_with_an_asylum_fee_is_paid_once_and_received() {
        clock.set(TestClock.START);
        var persona = Persona.of(WHO);
        var edition = forms.edition("i-765", "2025-08-21");
        var maria = signIn.person(persona.legalName(), Locale.ENGLISH);
        var draft = "http://localhost:" + port
                + new PersonaWalk(new Client(port, maria), edition).fill(PersonaWalk.persona(edition, WHO));
        try (var browser = Browser.start();
                var window = browser.window(360)) {
            window.addCookies(List.of(new Cookie(maria.cookieName(), maria.cookieValue())
                    .setDomain("localhost")
                    .setPath("/")
                    .setSecure(true)
                    .setHttpOnly(true)));
            var page = window.newPage();
            var eyes = new FilingJourneyTests.Eyes(page, "first-card-360", true);
            var applicant = new Applicant(page, "http://localhost:" + port, eyes::look);

            applicant.sendEvidence(draft);
            page.navigate(draft + "/review");
            Browser.follow(page.locator("main button[form=accept]").first());
            assertThat(page.locator("main").innerText())
                    .contains("$0.00", "$570.00", "The interpreter, ", "The preparer, ", "proof-0.png");
            applicant.reviewAndSign(draft, persona);
            assertThat(page.locator("main").innerText())
                    .contains("$0.00", "$570.00")
                    .doesNotContain("Together:", "Payment 1 of");
            applicant.payWith("4111 1111 1111 1111");
            jobs.runDue();

            page.navigate(draft + "/filed");
            eyes.look();
            assertThat(page.locator("main").innerText()).contains("Your receipt number is", "proof-0.png");
            assertThat(eyes.faults()).isEmpty();
        }
    }
}
