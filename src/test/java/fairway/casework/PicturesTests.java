package fairway.casework;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.cases.CaseAct;
import fairway.cases.Cases;
import fairway.cases.Decision;
import fairway.cases.Officer;
import fairway.delivery.Reason;
import fairway.delivery.TestFailures;
import fairway.filing.TestFilings;
import fairway.signin.TestPeople;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Takes the pictures of account, case, notice, status and desk that we look at; run with -Dfairway.pictures=folder. */
@FairwayTest
@EnabledIfSystemProperty(named = "fairway.pictures", matches = ".+")
class PicturesTests {
    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    TestFilings filings;

    @Autowired
    TestPeople people;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestFailures failures;

    @Test
    void pictures() {
        clock.set(TestClock.START);
        var name = "María de los Ángeles Fernández-Echeverría y Quiñones";
        var ana = people.person(name, Locale.ENGLISH);
        var nobody = people.person("Suparno", Locale.ENGLISH);
        var one = new Officer(people.officer("Olga First", "OFFICER"), false);
        var two = people.officer("Sam Second", "OFFICER");
        filings.receive(ana, name, Locale.ENGLISH);
        var asked = cases.takeNext(one).orElseThrow();
        clock.advance(Duration.ofHours(26));
        cases.requestEvidence(
                one,
                cases.open(one, asked).orElseThrow().version(),
                "Your form says that you entered with a visa, but the file has no page that shows it.\n\n"
                        + "Send a copy of the visa page and of the page with the entry stamp, or your I-94 record.",
                LocalDate.of(2026, 12, 18));
        filings.receive(ana, name, Locale.ENGLISH);
        clock.advance(Duration.ofHours(30));
        var proposed = cases.takeNext(one).orElseThrow();
        cases.note(one, proposed, "School confirmed the enrolment by phone.");
        cases.proposeDecision(
                one,
                cases.open(one, proposed).orElseThrow().version(),
                Decision.APPROVAL,
                "The permission is valid for two years.");
        for (int i = 0; i < 4; i++) {
            filings.receive(ana, name, Locale.ENGLISH);
            clock.advance(Duration.ofHours(20));
        }
        jobs.runDue();
        var mine = cases.takeNext(one).orElseThrow();
        cases.note(one, mine, "Compared the signature with the passport.");
        var notice = cases.of(ana, asked).orElseThrow().history().stream()
                .filter(event -> event.what() == CaseAct.POST_NOTICE)
                .findFirst()
                .orElseThrow()
                .reference();
        try (var browser = Browser.start()) {
            for (int width : List.of(1280, 360)) {
                var person = window(browser, width, people.cookie(ana, false));
                shoot(person, width, "/account", "account");
                shoot(person, width, "/es/account", "account-es");
                shoot(person, width, "/cases/" + asked, "case");
                shoot(person, width, "/cases/" + asked + "/evidence-request", "answer");
                shoot(person, width, "/notices/" + notice, "notice");
                shoot(person, width, "/es/notices/" + notice, "notice-es");
                shoot(person, width, "/status?receipt=" + asked, "status");
                shoot(person, width, "/status?receipt=FWY0000000000", "status-none");
                shoot(window(browser, width, people.cookie(nobody, false)), width, "/account", "account-empty");
                var officer = window(browser, width, people.cookie(one.account(), true));
                shoot(officer, width, "/desk", "desk");
                shoot(officer, width, "/desk/cases/" + mine, "desk-case");
                shoot(officer, width, "/desk/cases/" + mine + "/request-evidence", "desk-ask");
                shoot(officer, width, "/desk/cases/" + mine + "/propose-denial", "desk-deny");
                var second = window(browser, width, people.cookie(two, true));
                shoot(second, width, "/desk/cases/" + proposed + "/approve", "desk-confirm");
            }
        }
    }

    @Test
    void rarely_seen() throws Exception {
        clock.set(TestClock.START);
        var ana = people.person("María de los Ángeles Fernández-Echeverría y Quiñones", Locale.ENGLISH);
        var one = new Officer(people.officer("Olga First", "OFFICER", "SUPERVISOR"), false);
        filings.receive(ana, "María de los Ángeles Fernández-Echeverría y Quiñones", Locale.ENGLISH);
        var mine = cases.takeNext(one).orElseThrow();
        jobs.runDue();
        var walk = new Walk(port).with(people.cookie(ana, false));
        for (var language : List.of("", "/es")) {
            for (var event : cases.of(ana, mine).orElseThrow().history()) {
                if (event.what() == CaseAct.POST_NOTICE) {
                    Files.write(
                            Path.of(
                                    System.getProperty("fairway.pictures"),
                                    "letter" + language.replace('/', '-') + ".pdf"),
                            walk.bytes(language + "/notices/" + event.reference() + "/pdf")
                                    .body());
                }
            }
        }
        failures.mail(ana, "ana.ruiz@example.org", Reason.Code.MAIL_ADDRESS_REFUSED, "");
        try (var browser = Browser.start()) {
            for (int width : List.of(1280, 360)) {
                var officer = window(browser, width, people.cookie(one.account(), true));
                shoot(officer, width, "/desk/exceptions", "exceptions");
                shoot(officer, width, "/es/desk/exceptions", "exceptions-es");
                officer.navigate("http://localhost:" + port + "/desk/cases/" + mine);
                var file = officer.locator("a[href*='/files/']").first().getAttribute("href");
                shoot(officer, width, file.replaceAll("/pages/.*", "") + "/pages/1", "page-view");
                shoot(officer, width, "/outbox", "outbox");
                shoot(window(browser, width, people.cookie(ana, false)), width, "/account", "unreached");
                signUp(browser.window(width).newPage(), width);
            }
        }
    }

    private void signUp(Page page, int width) {
        var email = "pictures." + width + "." + System.nanoTime() + "@example.org";
        shoot(page, width, "/sign-up", "up-1");
        page.locator("#email").fill("wrong." + email);
        page.locator("main form button[type=submit]").first().click();
        shoot(page, width, "/sign-up/sent", "up-2-waiting");
        jobs.runDue();
        page.locator("details summary").all().forEach(summary -> summary.click());
        shot(page, width, "up-2-correct");
        page.navigate("http://localhost:" + port + "/sign-up");
        page.locator("#email").fill(email);
        page.locator("main form button[type=submit]").first().click();
        jobs.runDue();
        shoot(page, width, "/sign-up/sent", "up-2-sent");
        page.navigate("http://localhost:" + port + "/outbox?to=" + email);
        page.navigate("http://localhost:" + port
                + page.locator("a[href*='/sign-up/confirm/']").first().getAttribute("href"));
        shot(page, width, "up-2-confirm");
        page.locator("main form button[type=submit]").first().click();
        shot(page, width, "up-3-terms");
        page.locator("input[name=agree]").check();
        page.locator("main form button[type=submit]").first().click();
        page.locator("#password").fill("Mi casa");
        shot(page, width, "up-4-password");
        page.locator("#password").fill("Mi casa es azul.");
        page.locator("#again").fill("Mi casa es azul.");
        page.locator("main form button[type=submit]").first().click();
        shot(page, width, "up-5-methods");
    }

    private void shot(Page page, int width, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("fairway.pictures"), name + "-" + width + ".png")));
    }

    private Page window(Browser browser, int width, String cookie) {
        var window = browser.window(width);
        int at = cookie.indexOf('=');
        window.addCookies(List.of(new Cookie(cookie.substring(0, at), cookie.substring(at + 1))
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)));
        return window.newPage();
    }

    private void shoot(Page page, int width, String path, String name) {
        page.navigate("http://localhost:" + port + path);
        shot(page, width, name);
    }
}
