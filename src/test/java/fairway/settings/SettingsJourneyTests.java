package fairway.settings;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fairway.Axe;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.settings.Somebody.Person;
import fairway.signin.Client;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each page of the settings in a real browser; and the warning before time runs out. */
@FairwayTest
@Tag("browser")
@Tag("SEC-5")
class SettingsJourneyTests {
    private static final List<String> PAGES = List.of(
            "",
            "/password",
            "/codes",
            "/backup",
            "/questions",
            "/email",
            "/recovery",
            "/sessions",
            "/history",
            "/lost",
            "/not-me");

    @LocalServerPort
    int port;

    @Autowired
    Somebody somebody;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    Person person;

    @BeforeEach
    void person() {
        clock.advance(Duration.ofMinutes(30));
        person = somebody.fresh();
        somebody.in(port, person);
        somebody.enter(new Client(port), person.email(), "Wrong one!");
    }

    @ParameterizedTest
    @CsvSource({"'',1280,true", "/es,360,true", "/es,360,false"})
    void every_page_can_be_read_and_used(String language, int width, boolean scripts) {
        try (var browser = Browser.start();
                var window = browser.window(width, scripts)) {
            var page = signedIn(window);
            page.navigate(at("/account/security/email"));
            page.fill("#email", "new." + UUID.randomUUID() + "@example.org");
            go(page);
            for (var each : PAGES) {
                page.navigate(at(language + "/account/security" + each));
                look(page, scripts, name(language, width, scripts) + each.replace('/', '-'));
            }
            page.navigate(at(language + "/account/security/lost"));
            page.check("#lost");
            go(page);
            look(page, scripts, name(language, width, scripts) + "-suspended-overview");
            for (var each : List.of("/lost", "/codes")) {
                page.navigate(at(language + "/account/security" + each));
                look(page, scripts, name(language, width, scripts) + "-suspended" + each.replace('/', '-'));
            }
            page.navigate(at(language + "/account/security/backup"));
            go(page);
            look(page, scripts, name(language, width, scripts) + "-backup-code");
            page.navigate(at(language + "/account/security/codes"));
            page.check("input[value=app]");
            Browser.follow(page.locator("main form[action$='/codes'] button.usa-button"));
            look(page, scripts, name(language, width, scripts) + "-prove-app");
            var link = somebody.link(person.email(), "/sign-in/not-me/").replace("/es/", "/");
            page.navigate(at(language + link));
            look(page, scripts, name(language, width, scripts) + "-alarm-link");
            go(page);
            look(page, scripts, name(language, width, scripts) + "-raised");
            enter(page, language);
            look(page, scripts, name(language, width, scripts) + "-owed");
            page.fill("#password", "La luna sale tarde, siempre.");
            page.fill("#again_password", "La luna sale tarde, siempre.");
            go(page);
            look(page, scripts, name(language, width, scripts) + "-stopped-overview");
            page.navigate(at(language + "/account/security/email"));
            look(page, scripts, name(language, width, scripts) + "-stopped");
        }
    }

    @Test
    void everything_on_the_overview_is_reached_by_the_keyboard_alone() {
        try (var browser = Browser.start();
                var window = browser.window(1280)) {
            var page = signedIn(window);
            page.navigate(at("/account/security?done=session"));
            assertThat(page.locator("main .fw-alert--done").count()).isOne();
            page.reload();
            assertThat(page.locator("main .fw-alert--done").count()).isZero();
            page.navigate(at("/account/security"));
            var wanted = page.locator("main a, main button").count();
            var reached = new HashSet<Object>();
            for (int i = 0; i < 80; i++) {
                page.keyboard().press("Tab");
                var place = page.evaluate(
                        "() => { const all = [...document.querySelectorAll('main a, main button')]; return all.indexOf(document.activeElement); }");
                reached.add(place);
            }
            reached.remove(-1);
            assertThat(reached).hasSize(wanted);
        }
    }

    @Test
    @Tag("SEC-7")
    @Tag("S04")
    void the_warning_speaks_up_keeps_by_choice_only_and_says_when_it_is_over() {
        try (var browser = Browser.start();
                var window = browser.window(1280)) {
            var page = window.newPage();
            page.clock().install();
            sign(window);
            page.navigate(at("/account/security/password"));
            page.fill("#current_password", "half typed");
            var warning = page.locator(".fw-timeout");
            page.clock().runFor(61_000);
            assertThat(warning).isHidden();
            clock.advance(Duration.ofMinutes(13));
            runUntilShown(page, warning);
            assertThat(warning).isVisible();
            assertThat(warning).hasAttribute("role", "alertdialog");
            assertThat(page.locator(".fw-timeout button")).isFocused();
            assertThat(page.locator("#timeout-latest")).containsText("at the latest");
            assertThat(Axe.faults(page)).isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/settings/timeout.png")));
            page.keyboard().press("Enter");
            assertThat(warning).isHidden();
            assertThat(page.locator("#current_password")).isFocused();
            assertThat(page.locator("#current_password")).hasValue("half typed");
            clock.advance(Duration.ofMinutes(16));
            page.clock().runFor(900_000);
            assertThat(warning).containsText("You are signed out");
            assertThat(page.locator("#current_password")).hasValue("half typed");
        }
    }

    @Test
    @Tag("S05")
    void at_the_total_limit_there_is_nothing_to_press() {
        try (var browser = Browser.start();
                var window = browser.window(1280)) {
            var page = window.newPage();
            page.clock().install();
            sign(window);
            for (int i = 0; i < 71; i++) {
                clock.advance(Duration.ofMinutes(10));
                page.navigate(at("/account/security"));
            }
            clock.advance(Duration.ofMinutes(8));
            page.navigate(at("/account/security"));
            page.clock().runFor(61_000);
            assertThat(page.locator(".fw-timeout")).isVisible();
            assertThat(page.locator(".fw-timeout button")).isHidden();
            assertThat(page.locator(".fw-timeout")).containsText("whatever you do");
        }
    }

    /** In steps: the page asks the server in between, and that answer takes real time. */
    private void runUntilShown(Page page, Locator warning) {
        for (int i = 0; i < 200 && !warning.isVisible(); i++) {
            page.clock().runFor(10_000);
        }
    }

    private Page signedIn(BrowserContext window) {
        sign(window);
        return window.newPage();
    }

    private void sign(BrowserContext window) {
        var client = somebody.in(port, person);
        client.cookies.forEach((cookie, value) -> window.addCookies(List.of(new Cookie(cookie, value)
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)
                .setHttpOnly(true))));
    }

    private void enter(Page page, String language) {
        clock.advance(Duration.ofMinutes(1));
        page.navigate(at(language + "/sign-in"));
        page.fill("#email", person.email());
        page.fill("#password", Somebody.PASSWORD);
        go(page);
        page.navigate(at(language + "/sign-in/code?with=" + somebody.app(person.email())));
        page.fill("#code", somebody.code());
        go(page);
    }

    private static void go(Page page) {
        Browser.follow(page.locator("main form .fw-actions button").first());
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private static String name(String language, int width, boolean scripts) {
        return (language.isEmpty() ? "en" : "es") + "-" + width + (scripts ? "" : "-plain");
    }

    private static void look(Page page, boolean scripts, String name) {
        assertThat(page.locator("h1")).hasCount(1);
        var wide = page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
        assertThat(wide).as("%s scrolls sideways", name).isEqualTo(false);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/settings/" + name + ".png"))
                .setFullPage(true));
        if (scripts) {
            assertThat(Axe.faults(page)).as(name).isEmpty();
        }
    }
}
