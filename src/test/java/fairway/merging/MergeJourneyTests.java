package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two accounts become one and are separate again, in a real browser: both sides, the desk, and the link in the message. */
@FairwayTest
@Tag("browser")
@Tag("ACC-13")
class MergeJourneyTests {
    private static final String PATH = TwoAccounts.PATH;

    @LocalServerPort
    int port;

    @Autowired
    TwoAccounts two;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    private String pictures = "";

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @ParameterizedTest
    @CsvSource({"'',1280", "/es,360"})
    void proven_on_both_sides_decided_by_staff_and_taken_back_and_every_page_is_sound(String spoken, int width) {
        clock.set(TestClock.START);
        pictures = "merge-" + (spoken.isEmpty() ? "en-" : "es-");
        var kept = two.side("María de los Ángeles Fernández-Echeverría y Quiñones");
        var gone = two.side("María Fernández-Echeverría");
        two.filing(gone);
        try (var chromium = Browser.start();
                var mine = window(chromium, signIn.again(kept.account()), width);
                var theirs = window(chromium, signIn.again(gone.account()), width);
                var reader = chromium.window(width)) {
            var one = mine.newPage();
            go(one, spoken + PATH);
            look(one, "begin");
            Browser.follow(one.locator("#begin form button"));
            look(one, "code");
            var code = one.locator("#merge-code").innerText();
            var other = theirs.newPage();
            go(other, spoken + PATH + "/code");
            press(other, "/code");
            look(other, "wrong");
            other.fill("[name=code]", code);
            press(other, "/code");
            look(other, "agree");
            other.locator("[name=sure]").check();
            press(other, "/code/agree");
            look(other, "proven");
            var merge = spoken + "/desk/merges/" + two.merge(kept);
            two.subjects(kept.email());
            clock.advance(Duration.ofHours(24));
            try (var desk = window(chromium, signIn.officer("Sam Invented", "SUPPORT"), width)) {
                var agent = desk.newPage();
                go(agent, spoken + "/desk/merges");
                look(agent, "desk");
                go(agent, merge);
                look(agent, "desk-one");
                press(agent, "/approve");
                look(agent, "desk-joined");
            }
            assertThat(two.state(two.merge(kept))).isEqualTo("JOINED");
            var page = reader.newPage();
            go(page, spoken + "/sign-in/joined");
            look(page, "joined");
            try (var later = window(chromium, signIn.again(kept.account()), width)) {
                var after = later.newPage();
                go(after, spoken + PATH);
                look(after, "past");
                go(after, spoken + "/account/security/history");
                look(after, "history");
            }
            go(page, spoken + two.link(gone.email(), "/sign-in/unmerge/"));
            look(page, "link");
            Browser.follow(page.locator("main form button").first());
            look(page, "undone");
            assertThat(two.state(two.merge(kept))).isEqualTo("UNDONE");
        }
    }

    private static BrowserContext window(Browser chromium, SignedIn in, int width) {
        var window = chromium.window(width);
        Browser.carry(window, in.cookieName(), in.cookieValue());
        return window;
    }

    private static void press(Page page, String action) {
        Browser.follow(page.locator("form[action$='" + action + "'] button"));
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void look(Page page, String name) {
        Browser.look(page, pictures + name);
    }
}
