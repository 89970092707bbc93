package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import fairway.support.Asked.Person;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Help from the request to the wait of 72 hours, in a real browser: a person who lost everything and two agents. */
@FairwayTest
@Tag("browser")
@Tag("SEC-4")
class HelpJourneyTests {
    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    private String pictures = "";

    @ParameterizedTest
    @CsvSource({"'',1280", "/es,360"})
    void two_proofs_and_two_agents_lead_back_and_every_page_is_sound(String spoken, int width) {
        clock.advance(Duration.ofHours(2));
        pictures = "help-" + (spoken.isEmpty() ? "en-" : "es-");
        var person = asked.person(port);
        try (var chromium = Browser.start();
                var own = chromium.window(width);
                var first = window(chromium, signIn.officer("Sam Invented", "SUPPORT"), width);
                var second = window(chromium, signIn.officer("Kim Invented", "SUPPORT"), width)) {
            var visitor = own.newPage();
            ask(visitor, person, spoken);
            var agent = first.newPage();
            go(agent, spoken + "/desk/help");
            look(agent, "desk");
            var request = spoken + "/desk/help/" + asked.requestOf(person.answer());
            go(agent, request);
            look(agent, "desk-request");
            Browser.follow(agent.locator("form[action$='/account'] button").first());
            code(agent, visitor, "EMAIL", person.in().email());
            code(agent, visitor, "LETTER", person.letters());
            agent.reload();
            look(agent, "desk-proven");
            agent.fill("textarea[name=reason]", "Both codes were entered within the hour.");
            Browser.follow(agent.locator("form[action$='/propose'] button"));
            look(agent, "desk-proposed");
            assertThat(agent.locator("form[action$='/approve']").count()).isZero();
            visitor.reload();
            look(visitor, "status-proposed");
            var other = second.newPage();
            go(other, request);
            look(other, "desk-approve");
            Browser.follow(other.locator("form[action$='/approve'] button"));
            look(other, "desk-approved");
            visitor.reload();
            look(visitor, "status-approved");
        }
    }

    private void ask(Page visitor, Person person, String spoken) {
        go(visitor, spoken + "/help/request");
        look(visitor, "form");
        Browser.follow(visitor.locator("main form button").first());
        look(visitor, "form-wrong");
        visitor.fill("[name=name]", person.name());
        for (var part : new String[][] {{"year", "1986"}, {"day", "28"}}) {
            visitor.fill("[name='born." + part[0] + "']", part[1]);
        }
        var month = visitor.locator("[name='born.month']");
        if ("SELECT".equals(month.evaluate("each => each.tagName"))) {
            month.selectOption("4");
        } else {
            month.fill("4");
        }
        visitor.fill("[name=email]", person.answer());
        visitor.locator("[name=lost][value=EVERYTHING]").check();
        visitor.fill("[name=text]", "My bag was stolen.");
        Browser.follow(visitor.locator("main form button").first());
        look(visitor, "sent");
        go(visitor, asked.link(person.answer()));
        look(visitor, "link");
        Browser.follow(visitor.locator("main form button").first());
        look(visitor, "status");
    }

    private void code(Page agent, Page visitor, String kind, String address) {
        Browser.follow(agent.locator("form:has(input[value=" + kind + "]) button"));
        visitor.reload();
        visitor.fill("[name=code]", asked.code(address));
        look(visitor, "status-" + kind);
        Browser.follow(visitor.locator("form[action$='/code'] button"));
    }

    private static BrowserContext window(Browser chromium, SignedIn staff, int width) {
        var window = chromium.window(width);
        Browser.carry(window, staff.cookieName(), staff.cookieValue());
        return window;
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void look(Page page, String name) {
        Browser.look(page, pictures + name);
    }
}
