package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fairway.Browser;
import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.signin.TestSecrets;
import fairway.signin.TestSignIn.SignedIn;
import fairway.signin.Way;
import fairway.support.Owners.Owner;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps of people in a browser who want to get into an account, by right or not. */
@FairwayTest
abstract class Story {
    static final Duration WAIT = Duration.ofHours(73);

    /** The page as this browser gets it, below the path where it came from. */
    private static final String FETCH =
            "async path => { const a = await fetch(path); return new URL(a.url).pathname + '\\n' + await a.text(); }";

    @LocalServerPort
    int port;

    @Autowired
    Owners owners;

    @Autowired
    Asked asked;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    private Instant before = Instant.EPOCH;
    String language = "";
    Owner owner = new Owner(new Asked.Person(new SignedIn(new UUID(0, 0), "", "", ""), "", "", ""), "", "", "", "");

    /** Four times 72 hours pass in a year that no other test knows. */
    @BeforeEach
    void anotherYear() {
        before = clock.instant();
        clock.set(TestClock.START.plus(Duration.ofDays(400)));
        owner = owners.owner(port);
    }

    @AfterEach
    void backInTime() {
        clock.set(before);
        db.sql("""
                update jobs.scheduled_task set execution_time = :now
                where task_instance = 'recurring' and execution_time > :later
                """)
                .param("now", Timestamp.from(before))
                .param("later", Timestamp.from(TestClock.START.plus(Duration.ofDays(399))))
                .update();
    }

    /** Asks for a new password; whoever reads the mailbox hears of it. */
    void forgets(Page page) {
        clock.advance(Duration.ofHours(1));
        var told = owners.told(owner.email(), "/sign-in/forgot/link/");
        go(page, "/sign-in/forgot");
        page.fill("#email", owner.email());
        press(page);
        assertThat(owners.told(owner.email(), "/sign-in/forgot/link/")).isEqualTo(told + 1);
    }

    /** Every page behind a proof leads back to the beginning, and nobody is signed in. */
    void shut(Page page) {
        for (var behind : List.of(
                "/account",
                "/account/profile",
                "/account/security/codes",
                "/sign-in/forgot/password",
                "/sign-in/recovery/finish",
                "/sign-up/next")) {
            var seen = (String) page.evaluate(FETCH, language + behind);
            assertThat(seen.lines().findFirst().orElseThrow())
                    .as(behind)
                    .startsWith(language + "/sign-")
                    .doesNotEndWith("/password");
            assertThat(plain(seen)).as(behind).doesNotContain(owner.number(), owner.receipt());
        }
    }

    private static String plain(String shown) {
        return shown.replaceAll("[^A-Za-z0-9]", "");
    }

    void seesTheSame(Page page) {
        go(page, "/account");
        assertThat(page.url()).endsWith(language + "/account");
        assertThat(plain(page.locator("main").innerText())).contains(owner.receipt());
        go(page, "/account/profile");
        assertThat(plain(page.locator("main").innerText())).contains(owner.number());
    }

    void signIn(Page page, String name, String password) {
        clock.advance(Duration.ofMinutes(2));
        go(page, "/sign-in");
        page.fill("#email", name);
        page.fill("#password", password);
        press(page);
    }

    void enter(Page page, String password, Way way, String address) {
        signIn(page, owners.email(owner), password);
        if (!owners.way(owner, Way.TEXT).isEmpty()) {
            clock.advance(Duration.ofMinutes(2));
            go(page, "/sign-in/ways");
            Browser.follow(page.locator("main form:has(input[value='" + owners.way(owner, way) + "']) button"));
        }
        page.fill("#code", owners.post().code(address));
        press(page);
    }

    void begin(Page page, String address) {
        clock.advance(Duration.ofMinutes(20));
        go(page, "/sign-in/forgot");
        page.fill("#email", address);
        press(page);
        go(page, owners.link(address, "/sign-in/forgot/link/"));
        press(page);
        assertThat(page.url()).endsWith("/sign-in/forgot/prove");
    }

    void answer(Page page, int wrong) {
        for (int i = 0; i < 5; i++) {
            page.fill("#answer" + (i + 1), i < wrong ? "not this one" : TestSecrets.ANSWERS.get(i));
        }
        press(page);
    }

    void choose(Page page, String password) {
        page.fill("#password", password);
        page.fill("#again_password", password);
        press(page);
    }

    /** Three days later: a new password, and new ways to get in. What the account is for is not asked again. */
    void finish(Page page, String address, String password) {
        jobs.runDue();
        clock.advance(WAIT);
        jobs.runDue();
        page.context().clearCookies();
        go(page, owners.link(address, "/sign-in/recovery/finish/"));
        choose(page, password);
        assertThat(page.url()).endsWith("/sign-up/methods");
        page.locator("label:has(input[name=ways][value=email]), label[for='ways-email']")
                .first()
                .click();
        press(page);
        page.fill("#code", owners.post().code(address));
        press(page);
        page.locator("label[for='kept'], input[name='kept']").first().click();
        press(page);
        var questions = List.of("shop", "sport", "smell", "game", "tree");
        for (int i = 0; i < questions.size(); i++) {
            page.locator("#question" + (i + 1)).selectOption(questions.get(i));
        }
        answer(page, 0);
        assertThat(page.url()).endsWith("/sign-up/done");
    }

    void ask(Page page) {
        go(page, "/help/request");
        page.fill("[name=name]", owner.person().name());
        page.fill("[name='born.year']", "1986");
        page.locator("[name='born.month']").selectOption("4");
        page.fill("[name='born.day']", "28");
        page.fill("[name=email]", owner.person().answer());
        page.locator("[name=lost][value=EVERYTHING]").check();
        press(page);
        open(page);
    }

    void open(Page page) {
        go(page, owners.link(owner.person().answer(), "/help/request/link/"));
        press(page);
        assertThat(page.url()).endsWith("/help/request/status");
    }

    void go(Page page, String path) {
        page.navigate("http://localhost:" + port + language + path);
    }

    static void press(Page page) {
        Browser.follow(page.locator("main form .fw-actions button").first());
    }
}
