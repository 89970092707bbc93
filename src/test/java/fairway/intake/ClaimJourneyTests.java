package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import fairway.Axe;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the desk to the account, as an officer and a person see it. */
@FairwayTest
@Tag("browser")
@Tag("ACC-13")
class ClaimJourneyTests {
    @LocalServerPort
    int port;

    @Autowired
    TestPaper paper;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @BeforeEach
    void now() {
        clock.set(TestClock.START);
    }

    @ParameterizedTest
    @CsvSource({"'',1280,true", "/es,360,true", "/es,360,false"})
    void a_paper_filing_is_keyed_claimed_and_followed(String language, int width, boolean scripts) {
        var street = UUID.randomUUID() + " Elm St";
        var name = (language.isEmpty() ? "en" : "es") + width + (scripts ? "" : "-plain");
        try (var browser = Browser.start()) {
            try (var window = browser.window(width, scripts)) {
                key(signedIn(window, signIn.officer("Olga Invented", "OFFICER")), language, street, name, scripts);
            }
            try (var window = browser.window(width, scripts)) {
                var spanish = !language.isEmpty();
                var person = signIn.person("María Papel", spanish ? Locale.of("es") : Locale.ENGLISH);
                claim(signedIn(window, person), language, street, name, scripts);
            }
        }
    }

    private void key(Page page, String language, String street, String name, boolean scripts) {
        page.navigate(at(language + "/desk/intake"));
        go(page);
        look(page, scripts, name + "-key-problems");
        page.selectOption("#form", "i-765");
        page.fill("#family", "Fernández-Echeverría y Quiñones");
        page.fill("#given", "María de los Ángeles");
        born(page);
        page.fill("#a_number", "A012345678");
        page.fill("#street", street);
        page.fill("#city", "Lewiston");
        page.selectOption("#state", "ME");
        page.fill("#zip", "04240");
        page.check("input[name=language][value=" + (language.isEmpty() ? "en" : "es") + "]");
        look(page, scripts, name + "-key");
        go(page);
        look(page, scripts, name + "-keyed");
        assertThat(page.url()).contains("opened=FWY");
    }

    private void claim(Page page, String language, String street, String name, boolean scripts) {
        var code = paper.code(street);
        var letter = paper.letters(street).getFirst();
        var receipt = letter.replaceAll("(?s).*(FWY \\d{4} \\d{3} \\d{3}).*", "$1");
        page.navigate(at(language + "/account"));
        look(page, scripts, name + "-account");
        Browser.follow(page.locator("main a[href$='/account/claim']"));
        page.fill("#number", receipt);
        page.fill("#code", "AAAA-AAAA-AAAA");
        born(page);
        go(page);
        look(page, scripts, name + "-wrong");
        Browser.follow(page.locator("main a[href$='/account/claim/letter']"));
        page.fill("#number", "FWY9999999999");
        born(page);
        look(page, scripts, name + "-letter");
        go(page);
        look(page, scripts, name + "-letter-asked");
        page.navigate(at(language + "/account/claim"));
        page.fill("#number", receipt);
        page.fill("#code", code.toLowerCase(Locale.ROOT).replace("-", " "));
        born(page);
        look(page, scripts, name + "-claim");
        go(page);
        assertThat(page.url()).contains(language + "/cases/FWY");
        look(page, scripts, name + "-case");
    }

    private static void born(Page page) {
        page.locator("[name='born.month']").selectOption("1");
        page.locator("[name='born.day']").fill("31");
        page.locator("[name='born.year']").fill("1990");
    }

    private static void go(Page page) {
        Browser.follow(page.locator("main form button.usa-button").first());
    }

    private String at(String path) {
        return "http://localhost:" + port + path;
    }

    private Page signedIn(BrowserContext window, SignedIn who) {
        window.addCookies(List.of(new Cookie(who.cookieName(), who.cookieValue())
                .setDomain("localhost")
                .setPath("/")
                .setSecure(true)));
        return window.newPage();
    }

    private static void look(Page page, boolean scripts, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/pictures/intake/" + name + ".png"))
                .setFullPage(true));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name)
                .isEqualTo(true);
        if (scripts) {
            assertThat(Axe.faults(page)).as(name).isEmpty();
        }
    }
}
