package fairway.journeys;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.drafts.Client;
import fairway.drafts.PersonaWalk;
import fairway.forms.Edition;
import fairway.forms.Forms;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages that few people ever meet, looked at as closely as the others. */
@FairwayTest
@Tag("browser")
class RarePagesTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    Forms forms;

    @BeforeEach
    void now() {
        clock.set(TestClock.START);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    @Tag("FIL-3")
    void two_windows_that_disagree_and_a_draft_that_is_thrown_away(int width) {
        var ana = signIn.person();
        var other = new Client(port, ana);
        var draft = location(other.fill("/forms/i-765/start"));
        try (var browser = Browser.start();
                var window = signedIn(browser.window(width), ana)) {
            var page = window.newPage();
            var eyes = new FilingJourneyTests.Eyes(page, "rare-" + width, true);
            page.navigate(at(draft + "/legal_name"));
            other.fill(
                    draft + "/legal_name",
                    "applicant.name.given",
                    "Ana",
                    "applicant.name.family",
                    "Rivera",
                    "then",
                    "continue");
            page.fill("[name='applicant.name.given']", "Anna");
            page.fill("[name='applicant.name.family']", "Rivera Soto");
            Browser.follow(
                    page.locator("main button[name='then'][value='continue']").first());
            eyes.look();
            assertThat(page.locator("main").innerText())
                    .contains("Two different answers", "Ana Rivera", "Anna Rivera Soto");
            Browser.follow(page.locator("main button[name='then']").first());
            assertThat(other.get(draft + "/legal_name").body()).contains("Rivera Soto");

            page.navigate(at(draft + "/delete"));
            eyes.look();
            Browser.follow(page.locator("main form button").last());
            assertThat(other.get(draft).statusCode()).isEqualTo(404);
            assertThat(eyes.faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 360})
    @Tag("FIL-8")
    @Tag("AGY-3")
    void a_mother_signs_and_an_officer_is_warned_before_an_unscanned_file(int width) {
        var mother = signIn.person();
        var draft = at(new PersonaWalk(new Client(port, mother), edition())
                .fill(PersonaWalk.persona(edition(), "little_amal_a3")));
        try (var browser = Browser.start();
                var window = signedIn(browser.window(width), mother);
                var desk = signedIn(browser.window(width), signIn.officer("Olu Test", "SUPERVISOR"))) {
            var page = window.newPage();
            var eyes = new FilingJourneyTests.Eyes(page, "rare-child-" + width, true);
            new Applicant(page, at(""), () -> {}).sendEvidence(draft);
            page.navigate(draft + "/review");
            for (var warning :
                    page.locator("main label:has(input[name^='accept.'])").all()) {
                warning.click();
            }
            Browser.follow(page.locator("main button[form=accept]").first());
            eyes.look();
            page.fill("main [name=name]", "Hodan Osman");
            page.locator("main label:has(#agree)").click();
            Browser.follow(page.locator("main form[action$='/sign'] button").last());
            eyes.look();
            var receipt = page.locator("main a[href*='/cases/']").first().getAttribute("href");

            var officer = desk.newPage();
            var seen = new FilingJourneyTests.Eyes(officer, "rare-child-desk-" + width, true);
            officer.navigate(at("/desk" + receipt.substring(receipt.indexOf("/cases/"))));
            seen.look();
            var original = at(file(officer));
            Browser.follow(officer.locator("main a[href*='/files/']").first());
            seen.look();
            officer.navigate(original);
            seen.look();
            assertThat(officer.locator("main").innerText()).contains("was not scanned", "proof-");
            assertThat(eyes.faults()).isEmpty();
            assertThat(seen.faults()).isEmpty();
        }
    }

    private static String file(Page officer) {
        var view = officer.locator("main a[href*='/files/']").first().getAttribute("href");
        return view.replaceAll("(/files/[^/]+).*", "$1");
    }

    private Edition edition() {
        return forms.edition("i-765", "2025-08-21");
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private BrowserContext signedIn(BrowserContext window, SignedIn who) {
        window.addCookies(List.of(new Cookie(who.cookieName(), who.cookieValue())
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)));
        return window;
    }
}
