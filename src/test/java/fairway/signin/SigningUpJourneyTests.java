package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fairway.Axe;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Phone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole set-up in a real browser: in English with scripts, in Spanish on a phone without. */
@FairwayTest
@Tag("browser")
class SigningUpJourneyTests {
    private static final String PASSWORD = SigningUpTests.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    @ParameterizedTest
    @CsvSource({"'',1280,true", "/es,360,false"})
    @Tag("ACC-1")
    @Tag("ACC-6")
    @Tag("ACC-12")
    void from_the_home_page_to_the_next_steps_and_in_again(String language, int width, boolean scripts) {
        clock.advance(Duration.ofHours(1));
        var post = new Post(db, jobs);
        var email = "nguyen." + UUID.randomUUID() + "@example.org";
        try (var browser = Browser.start();
                var window = browser.window(width, scripts)) {
            var page = window.newPage();
            var shots = new Shots(page, scripts, (language.isEmpty() ? "en-" : "es-") + width);
            page.navigate("http://localhost:" + port + language + "/sign-up");
            shots.take("1-start");
            page.fill("#email", email);
            go(page);
            shots.take("2-sent");
            page.navigate("http://localhost:" + port + post.link(email));
            shots.take("2-confirm");
            go(page);
            shots.take("3-terms");
            page.check("#agree");
            go(page);
            page.fill("#password", "kurz");
            page.fill("#again", "kurz");
            shots.take("4-password-live");
            go(page);
            shots.take("4-password-errors");
            page.fill("#password", PASSWORD);
            page.fill("#again", PASSWORD);
            go(page);
            ways(page, shots, post, email);
            shots.take("7-backup");
            page.check("#kept");
            go(page);
            questions(page);
            shots.take("8-questions");
            go(page);
            shots.take("9-type");
            page.check("input[value=applicant]");
            go(page);
            shots.take("10-done");
            page.navigate("http://localhost:" + port + language + "/account/profile");
            shots.take("11-profile");
            inAgain(page, shots, post, email, language);
        }
    }

    private void ways(Page page, Shots shots, Post post, String email) {
        page.check("input[value=text]");
        page.check("input[value=email]");
        page.check("input[value=app]");
        var phone = TestPhones.next();
        page.fill("#phone", new Phone(phone).shown());
        shots.take("5-methods");
        go(page);
        shots.take("6-code");
        page.fill("#code", post.code(phone));
        go(page);
        shots.take("6-app");
        var key = Pattern.compile("secret=([A-Z2-7]+)").matcher(page.content());
        assertThat(key.find()).isTrue();
        page.fill("#code", Totp.code(SigningUpTests.base32(key.group(1)), Totp.step(clock.instant())));
        go(page);
        page.fill("#code", post.code(email));
        go(page);
    }

    private static void questions(Page page) {
        var chosen = List.of("teacher", "song", "meal", "shop", "fear");
        var answers = List.of("Speedy Snail", "The long river", "Mole poblano", "Kiosk by the well", "The deep pond");
        for (int i = 0; i < chosen.size(); i++) {
            page.selectOption("#question" + (i + 1), chosen.get(i));
            page.fill("#answer" + (i + 1), answers.get(i));
        }
    }

    private void inAgain(Page page, Shots shots, Post post, String email, String language) {
        Browser.follow(page.locator("form[action$='/sign-out'] button").first());
        shots.take("12-out");
        clock.advance(Duration.ofMinutes(2));
        page.navigate("http://localhost:" + port + language + "/account/profile");
        shots.take("13-sign-in");
        page.fill("#email", email);
        page.fill("#password", PASSWORD);
        go(page);
        Browser.follow(page.locator("a[href$='/sign-in/ways']"));
        shots.take("14-ways");
        Browser.follow(page.locator("main form button").nth(2));
        shots.take("15-code");
        page.fill("#code", "000000");
        go(page);
        page.fill("#code", post.code(email));
        go(page);
        assertThat(page.url()).endsWith(language + "/account/profile");
    }

    private static void go(Page page) {
        Browser.follow(page.locator("main form .fw-actions button, main form button.usa-button")
                .first());
    }

    /** Looks at each page as a picture and, where scripts run, through axe. */
    private record Shots(Page page, boolean scripts, String prefix) {
        void take(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/pictures/signin/" + prefix + "-" + name + ".png"))
                    .setFullPage(true));
            if (scripts) {
                assertThat(Axe.faults(page)).as(name).isEmpty();
            }
        }
    }
}
