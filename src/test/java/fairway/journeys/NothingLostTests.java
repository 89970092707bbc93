package fairway.journeys;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.cases.ReceiptNumber;
import fairway.drafts.Client;
import fairway.filing.TestFilings;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is pressed next, and however soon, what was typed is there. */
@FairwayTest
@Tag("browser")
@Tag("FIL-2")
class NothingLostTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestFilings filings;

    @Autowired
    Cases cases;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    private SignedIn ana;
    private ReceiptNumber receipt;

    @BeforeEach
    void a_person_who_is_asked_for_evidence() {
        clock.set(TestClock.START);
        ana = signIn.person();
        filings.receive(ana.account(), "Ana Ruiz", Locale.ENGLISH);
        jobs.runDue();
        receipt = cases.of(ana.account()).getFirst().file().receipt();
        var officer = new Officer(signIn.officer("Olga Asks", "OFFICER").account(), false);
        for (var taken = cases.takeNext(officer);
                taken.isPresent() && !taken.get().equals(receipt);
                taken = cases.takeNext(officer)) {}
        var seen = cases.open(officer, receipt).orElseThrow().version();
        cases.requestEvidence(
                officer, seen, "Send your passport.", cases.latestAnswerDay().latest());
    }

    @Test
    @Tag("CAS-7")
    void an_answer_outlives_files_and_links_pressed_at_once_and_a_save_that_fails_holds_the_page() {
        try (var browser = Browser.start();
                var window = browser.window(1280)) {
            Browser.carry(window, ana.cookieName(), ana.cookieValue());
            var page = window.newPage();
            page.navigate(request());
            page.fill("[name=answer]", "Typed before the file");
            attach(page);
            assertThat(page.inputValue("[name=answer]")).isEqualTo("Typed before the file");

            page.fill("[name=answer]", "Typed before the language");
            page.click("header a[hreflang=es]");
            page.locator("html[lang=es]").waitFor();
            assertThat(page.inputValue("[name=answer]")).isEqualTo("Typed before the language");

            page.route("**/evidence-request", Route::abort);
            page.fill("[name=answer]", "Typed without a network");
            page.click("main .fw-back a");
            page.locator(".fw-saved.is-trouble", new Page.LocatorOptions().setHasText("Para salir"))
                    .waitFor();
            Browser.look(page, "answer-held");
            assertThat(page.inputValue("[name=answer]")).isEqualTo("Typed without a network");
            page.unroute("**/evidence-request");
            page.fill("[name=answer]", "Typed with a network again");
            page.click("main .fw-back a");
            page.waitForURL("**/cases/" + receipt);
            assertThat(kept()).isEqualTo("Typed with a network again");

            page.navigate(request());
            elsewhere("Written on another device");
            page.fill("[name=answer]", "Typed on a page that is behind");
            page.click("main .fw-back a");
            page.locator(".fw-saved.is-trouble").waitFor();
            page.click("main button[value=save]");
            page.locator("main button[value=theirs]").waitFor();
            Browser.look(page, "answer-twice");
            assertThat(page.locator("main").innerText()).contains("Written on another device");
            page.click("main button[value=save]");
            page.locator("main [type=file]").waitFor();
            assertThat(kept()).isEqualTo("Typed on a page that is behind");
        }
    }

    @Test
    @Tag("CAS-7")
    void without_scripts_the_files_have_a_page_of_their_own_that_saves_the_answer_first() {
        try (var browser = Browser.start();
                var window = browser.window(360, false)) {
            Browser.carry(window, ana.cookieName(), ana.cookieValue());
            var page = window.newPage();
            page.navigate(request());
            assertThat(page.locator("main [type=file]").isVisible()).isFalse();
            page.fill("[name=answer]", "Typed without scripts");
            picture(page, "answer-plain");
            Browser.follow(page.locator("main button[value=files]"));
            assertThat(page.locator("[name=answer]").count()).isZero();
            picture(page, "answer-plain-files");
            attach(page);
            assertThat(page.inputValue("[name=answer]")).isEqualTo("Typed without scripts");
            assertThat(page.locator("main [data-unsaved]").innerText()).contains("passport.png");

            elsewhere("Written on another device");
            page.locator("main label:has([name=once])").click();
            Browser.follow(page.locator("main button[value=send]"));
            picture(page, "answer-plain-newer");
            assertThat(page.inputValue("[name=answer]")).isEqualTo("Written on another device");
            elsewhere("And once more");
            page.fill("[name=answer]", "Typed without scripts again");
            Browser.follow(page.locator("main button[value=save]"));
            picture(page, "answer-plain-twice");
            Browser.follow(page.locator("main button[value=theirs]"));
            assertThat(page.inputValue("[name=answer]")).isEqualTo("And once more");
        }
    }

    @Test
    @Tag("FIL-3")
    void an_answer_of_a_draft_outlives_the_way_back_pressed_at_once() {
        var client = new Client(port, ana);
        var draft = location(client.fill("/forms/i-765/start"));
        try (var browser = Browser.start();
                var window = browser.window(360)) {
            Browser.carry(window, ana.cookieName(), ana.cookieValue());
            var page = window.newPage();
            page.navigate(at(draft + "/legal_name"));
            page.fill("[name='applicant.name.family']", "Rivera Soto");
            page.click("main .fw-back a");
            page.waitForURL(url -> !url.endsWith("/legal_name"));
            assertThat(client.get(draft + "/legal_name").body()).contains("Rivera Soto");

            var signing = draft + "/preparer_signature";
            client.fill(draft + "/statement", "statement.preparer_used", "yes", "then", "leave");
            page.navigate(at(signing));
            page.fill("[name='preparer.signature.name']", "Grace Abbott");
            page.click("main .fw-back a");
            page.waitForURL(url -> !url.endsWith(signing));
            assertThat(client.get(signing).body()).contains("value=\"Grace Abbott\"", "Nothing is signed yet");
        }
    }

    private void elsewhere(String text) {
        new Client(port, signIn.again(ana.account())).fill(request(), "answer", text, "act", "save");
    }

    private void attach(Page page) {
        var slot = page.locator("form:has([type=file])");
        slot.locator("label:has([value=no])").click();
        slot.locator("[type=file]").setInputFiles(new FilePayload("passport.png", "image/png", Applicant.picture()));
        slot.locator("button").click();
        page.locator("main :is(a, li) > bdi:visible").first().waitFor();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(java.nio.file.Path.of("target/" + name + ".png"))
                .setFullPage(true));
    }

    private String kept() {
        return cases.of(ana.account(), receipt).orElseThrow().requests().stream()
                .map(request -> request.draft().text())
                .findFirst()
                .orElseThrow();
    }

    private String request() {
        return at("/cases/" + receipt + "/evidence-request");
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }
}
