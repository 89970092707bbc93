package fairway.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fairway.Axe;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole thread in a real browser: fill in, prove, sign, pay, be asked, answer, be told. */
@FairwayTest
@Tag("browser")
class FilingJourneyTests {
    private static final String APPROVED = "4111 1111 1111 1111";
    private static final String DECLINED = "4000 0000 0000 0002";

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    Cases cases;

    @ParameterizedTest
    @CsvSource({
        "ana_c9_together,'',1280,true",
        "mei_c3c_stem,'',360,true",
        "dawit_c8_renewal,'',1280,false",
        "rosa_c14,/es,360,true"
    })
    @Tag("FIL-1")
    @Tag("FIL-6")
    @Tag("FIL-9")
    @Tag("CAS-7")
    @Tag("CAS-9")
    void from_the_list_of_forms_to_the_decision(String who, String language, int width, boolean scripts) {
        clock.set(TestClock.START);
        emptyTheQueue();
        var persona = Persona.of(who);
        var home = "http://localhost:" + port + language;
        try (var browser = Browser.start();
                var window = signedIn(
                        browser.window(width, scripts), signIn.person(persona.legalName(), locale(language)))) {
            var page = window.newPage();
            var eyes = new Eyes(page, who + language.replace('/', '-') + "-" + width, scripts);
            var applicant = new Applicant(page, home, eyes::look);

            var draft = applicant.start();
            assertThat(applicant.fill(draft, persona)).contains("legal_name", "category", "statement");
            applicant.sendEvidence(draft);
            applicant.reviewAndSign(draft, persona);
            applicant.payWith(DECLINED);
            assertThat(page.url()).contains("/payments/");
            Browser.follow(page.locator("main .usa-button").first());
            applicant.payWith(APPROVED);
            payTheRest(page, applicant);
            Browser.follow(page.locator("main a.usa-button").first());
            eyes.look();
            jobs.runDue();

            page.navigate(home + "/account");
            eyes.look();
            var receipt = receipt(page);
            decide(browser, eyes, page, home, receipt);

            page.navigate(home + "/status?receipt=" + receipt.substring(0, 3).toLowerCase(Locale.ROOT) + "-"
                    + receipt.substring(3));
            eyes.look();
            assertThat(page.locator("main").innerText()).contains(language.isEmpty() ? "Approved" : "Aprobado");
            assertThat(eyes.faults()).isEmpty();
        }
    }

    /** Where the law asks for two payments, the second follows. */
    private static void payTheRest(Page page, Applicant applicant) {
        if (page.locator("main form button").count() > 0) {
            Browser.follow(page.locator("main form button").first());
            applicant.payWith(APPROVED);
        }
    }

    private void decide(Browser browser, Eyes eyes, Page page, String home, String receipt) {
        var desk = "http://localhost:" + port + "/desk";
        try (var first = signedIn(browser.window(1280), signIn.officer("Olu Test", "OFFICER"));
                var second = signedIn(browser.window(1280), signIn.officer("Ines Test", "OFFICER"))) {
            var officer = first.newPage();
            var seen = new Eyes(officer, eyes.name() + "-desk", true);
            take(officer, desk, receipt);
            seen.look();
            officer.navigate(desk + "/cases/" + receipt + "/request-evidence");
            officer.fill("[name=words]", "Please send the page of your passport that shows your photo.");
            seen.look();
            Browser.follow(officer.locator("main form .fw-actions button").first());
            jobs.runDue();

            page.navigate(home + "/account");
            eyes.look();
            page.navigate(home + "/cases/" + receipt + "/evidence-request");
            page.fill("[name=answer]", "Here it is. Ñandú, ő.");
            eyes.look();
            page.locator("main label:has([name=once])").click();
            Browser.follow(page.locator("main button[name=act][value=send]").first());
            eyes.look();

            officer.navigate(desk + "/cases/" + receipt + "/propose-approval");
            Browser.follow(officer.locator("main form .fw-actions button").first());
            seen.look();
            Browser.follow(officer.locator("main form button.usa-button").first());
            var confirmer = second.newPage();
            confirmer.navigate(desk + "/cases/" + receipt + "/approve");
            new Eyes(confirmer, eyes.name() + "-second", true).look();
            confirmer.locator("main label:has([name=read])").click();
            Browser.follow(confirmer.locator("main form .fw-actions button").first());
            jobs.runDue();
            page.navigate(home + "/cases/" + receipt);
            eyes.look();
            Browser.follow(page.locator("main a[href*='/notices/']").first());
            eyes.look();
            assertThat(seen.faults()).isEmpty();
        }
    }

    /** Officers take the oldest case; other tests left theirs in the queue. */
    private void emptyTheQueue() {
        var sweeper = new Officer(signIn.officer("Sweeper Test", "SUPERVISOR").account(), true);
        for (var taken = cases.takeNext(sweeper); taken.isPresent(); taken = cases.takeNext(sweeper)) {}
    }

    private static void take(Page officer, String desk, String receipt) {
        officer.navigate(desk);
        Browser.follow(officer.locator("main form[action$='/desk/next'] button").first());
        assertThat(officer.url()).contains(receipt);
    }

    private static String receipt(Page page) {
        var link = page.locator("main a[href*='/cases/']").first().getAttribute("href");
        return link.replaceAll(".*/cases/([A-Z0-9]{13}).*", "$1");
    }

    private BrowserContext signedIn(BrowserContext window, SignedIn who) {
        window.addCookies(List.of(new Cookie(who.cookieName(), who.cookieValue())
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true)));
        return window;
    }

    private static Locale locale(String language) {
        return language.isEmpty() ? Locale.ENGLISH : Locale.of(language.substring(1));
    }

    /** Looks at every kind of page once: a picture, axe, and nothing wider than the window. */
    static final class Eyes {
        private final Page page;
        private final String name;
        private final boolean scripts;
        private final Set<String> known = new HashSet<>();
        private final Set<String> faults = new HashSet<>();

        Eyes(Page page, String name, boolean scripts) {
            this.page = page;
            this.name = name;
            this.scripts = scripts;
        }

        String name() {
            return name;
        }

        Set<String> faults() {
            return faults;
        }

        void look() {
            var kind = page.url()
                    .replaceAll("^https?://[^/]*", "")
                    .replaceAll("[?#].*", "")
                    .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|[A-Z]{3}[0-9]{10}", "x");
            if (!known.add(kind)) {
                return;
            }
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target/journeys", name + kind.replace('/', '_') + ".png")));
            if (!scripts) {
                return;
            }
            fits(kind);
            enlarged(kind);
            Axe.faults(page).forEach(fault -> faults.add(kind + ": " + fault));
        }

        /** What 400 % enlargement leaves of a window 1280 wide. */
        private void enlarged(String kind) {
            var usual = page.viewportSize();
            page.setViewportSize(320, 800);
            fits(kind + " at 320 pixels");
            page.setViewportSize(usual.width, usual.height);
        }

        private void fits(String kind) {
            var wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (((Number) wide).intValue() > 0) {
                faults.add(kind + " is wider than its window");
            }
        }
    }
}
