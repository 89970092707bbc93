package fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fairway.Axe;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.filing.TestFilings;
import fairway.signin.TestPeople;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page of the profile in a real browser: by hand, without scripts, in both languages, wide and narrow. */
@FairwayTest
@Tag("SEC-10")
class ProfilePicturesTests {
    private static final List<String> PAGES = List.of(
            "",
            "/name",
            "/former-names",
            "/phones",
            "/language",
            "/address",
            "/addresses",
            "/notifications",
            "/safe-contact",
            "/export",
            "/close");

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    TestFilings filings;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Test
    void every_page_is_accessible_narrow_and_wide_in_both_languages() {
        clock.set(TestClock.START);
        var maria = maria();
        var faults = new TreeSet<String>();
        try (var browser = Browser.start()) {
            look(browser.window(1280), maria, "", 1280, faults);
            look(browser.window(360), maria, "/es", 360, faults);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void a_change_of_address_works_without_scripts_and_with_them() {
        clock.set(TestClock.START);
        var maria = maria();
        try (var browser = Browser.start()) {
            for (var scripts : List.of(true, false)) {
                var page = signedIn(browser.window(360, scripts), maria).newPage();
                page.navigate(at("/es/account/profile/address"));
                assertThat(page.locator("[id='home.province']").isVisible()).isNotEqualTo(scripts);
                page.locator("[id='home.street']").fill("77 Calle Sol");
                page.locator("[id='home.city']").fill("Buffalo");
                Browser.follow(page.locator("button:has-text('Guardar y avisar')"));
                assertThat(page.locator("#problems").textContent()).contains("Elija el estado");
                assertThat(page.locator("[id='home.street']").inputValue()).isEqualTo("77 Calle Sol");
                page.locator("[id='home.state']").selectOption("NY");
                page.locator("[id='home.zip']").fill("14202");
                page.locator("[name='from.day']").fill(scripts ? "22" : "23");
                page.locator("[name='from.month']").selectOption("11");
                page.locator("[name='from.year']").fill("2026");
                page.locator("input[name=same][value=yes]").check();
                Browser.follow(page.locator("button:has-text('Guardar y avisar')"));
                assertThat(page.locator("h1").textContent()).contains("caso por caso");
                shoot(page, "told-es", 360);
            }
        }
        assertThat(accounts.addressChanges(maria)).hasSize(3);
    }

    @Test
    @Tag("A59")
    void leaving_quickly_works_without_scripts_and_takes_the_page_out_of_back_with_them() {
        clock.set(TestClock.START);
        var maria = maria();
        var away = new Walk(port).get("/leave");
        assertThat(away.headers().firstValue("Location")).contains("https://www.weather.gov/");
        assertThat(away.headers().firstValue("Referrer-Policy")).contains("same-origin");
        try (var browser = Browser.start()) {
            for (var scripts : List.of(true, false)) {
                var window = signedIn(browser.window(360, scripts), maria);
                window.route(
                        "**/leave",
                        route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions().setBody("weather")));
                var page = window.newPage();
                page.navigate(at("/help"));
                page.navigate(at("/account/profile/safe-contact"));
                page.locator("[data-exit]").click();
                page.waitForURL("**/leave");
                page.goBack();
                assertThat(page.url()).endsWith(scripts ? "/help" : "/account/profile/safe-contact");
                page.navigate(at("/account/profile"));
                assertThat(page.url()).endsWith("/account/profile");
            }
        }
    }

    private UUID maria() {
        var maria = people.person("María de los Ángeles Fernández-Echeverría y Quiñones", Locale.ENGLISH);
        for (int i = 0; i < 2; i++) {
            filings.receive(maria, "María de los Ángeles Fernández-Echeverría y Quiñones", Locale.ENGLISH);
        }
        var mail = new PostalAddress(Map.of(
                "country",
                "US",
                "in_care_of",
                "Grace House",
                "street",
                "PO Box 99",
                "city",
                "Albany",
                "state",
                "NY",
                "zip",
                "12201"));
        accounts.move(maria, ProfilePagesTests.american("12 Oak Street"), mail, LocalDate.of(2026, 11, 1));
        accounts.textTo(maria, new Phone("+12025550147"));
        jobs.runDue();
        return maria;
    }

    private void look(BrowserContext window, UUID account, String prefix, int width, Set<String> faults) {
        var page = signedIn(window, account).newPage();
        var told = "/address/" + accounts.addressChanges(account).getFirst().id();
        for (var address : java.util.stream.Stream.concat(PAGES.stream(), java.util.stream.Stream.of(told))
                .toList()) {
            page.navigate(at(prefix + "/account/profile" + address));
            if (!(boolean) page.evaluate("document.documentElement.scrollWidth <= " + width)) {
                faults.add(prefix + address + " is wider than " + width);
            }
            Axe.faults(page).forEach(fault -> faults.add(prefix + address + " " + fault));
            shoot(
                    page,
                    (address.startsWith("/address/") ? "told" : "profile" + address.replace('/', '-'))
                            + prefix.replace('/', '-'),
                    width);
        }
    }

    private BrowserContext signedIn(BrowserContext window, UUID account) {
        var cookie = people.cookie(account, false);
        int at = cookie.indexOf('=');
        window.addCookies(List.of(new Cookie(cookie.substring(0, at), cookie.substring(at + 1))
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)));
        return window;
    }

    private static void shoot(Page page, String name, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/pictures", name + "-" + width + ".png")));
    }

    private String at(String address) {
        return "http://localhost:" + port + address;
    }
}
