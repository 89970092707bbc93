package fairway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.identity.Phone;
import fairway.settings.Somebody.Person;
import fairway.signin.Client;
import fairway.signin.TestCodes;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-5")
class SecretsTests {
    private static final String FRESH = "La luna sale tarde, siempre.";
    private static final String[] ANSWERS = {
        "question1", "teacher", "answer1", "Speedy Snail", "question2", "song", "answer2", "The long river",
        "question3", "meal", "answer3", "Mole poblano", "question4", "shop", "answer4", "Kiosk by the well",
        "question5", "fear", "answer5", "The deep pond"
    };

    @LocalServerPort
    int port;

    @Autowired
    Somebody somebody;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    Person person;
    Client browser;

    @BeforeEach
    void signedIn() {
        clock.advance(Duration.ofMinutes(30));
        person = somebody.fresh();
        browser = somebody.in(port, person);
    }

    @Test
    void the_overview_says_what_there_is_and_since_when() {
        assertThat(browser.get("/account/security").body())
                .contains("Last changed on", "Text message", "Authenticator app", person.email(), "Recovery address");
    }

    @Test
    @Tag("P14")
    @Tag("R13")
    @Tag("S09")
    void a_new_password_needs_the_current_one_ends_other_sessions_and_is_told_everywhere() {
        var other = somebody.in(port, person);
        browser = somebody.in(port, person);
        browser.get("/account/security/password");
        assertThat(change("Wrong one!", FRESH, FRESH).body()).contains("This password is not right");
        assertThat(change(Somebody.PASSWORD, Somebody.PASSWORD, Somebody.PASSWORD)
                        .body())
                .contains("same as the old one");
        assertThat(change(Somebody.PASSWORD, FRESH, FRESH + "x").body()).contains("not the same");
        var before = browser.cookies.get("__Host-session");
        assertThat(change(Somebody.PASSWORD, FRESH, FRESH).location()).isEqualTo("/account/security?done=password");
        assertThat(browser.cookies.get("__Host-session")).isNotEqualTo(before);
        assertThat(browser.get("/account/security").status()).isEqualTo(200);
        assertThat(other.get("/account/security").location()).startsWith("/sign-in");
        assertThat(somebody.subjects(person.email())).contains("Your password was changed");
        assertThat(somebody.bodies(person.phone())).anyMatch(text -> text.contains("security of your account"));
        assertThat(somebody.enter(new Client(port), person.email(), Somebody.PASSWORD))
                .contains("not right");
        assertThat(somebody.enter(new Client(port), person.email(), FRESH)).startsWith("/sign-in/next");
    }

    @Test
    @Tag("A59")
    void a_text_names_neither_case_nor_person_nor_what_changed() {
        browser.get("/account/security/password");
        change(Somebody.PASSWORD, FRESH, FRESH);
        assertThat(somebody.bodies(person.phone()))
                .filteredOn(text -> !text.contains("is your one-time password"))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase("case", "password", "Luz", "immigra"));
    }

    @Test
    @Tag("O14")
    @Tag("R14")
    @Tag("S09")
    void a_way_can_be_removed_but_never_the_last_one_and_stays_on_record() {
        var other = somebody.in(port, person);
        browser = somebody.in(port, person);
        browser.get("/account/security/codes");
        var before = somebody.bodies(person.phone()).size();
        for (var kind : new String[] {"TEXT", "EMAIL"}) {
            assertThat(browser.post("/account/security/codes/" + way(kind) + "/remove")
                            .location())
                    .isEqualTo("/account/security?done=way-removed");
        }
        assertThat(browser.post("/account/security/codes/" + way("APP") + "/remove")
                        .body())
                .contains("your only way, so it was not removed");
        assertThat(other.get("/account/security").location()).startsWith("/sign-in");
        assertThat(somebody.bodies(person.phone()))
                .as("the number hears that it was removed, and nothing after")
                .hasSize(before + 1);
        assertThat(somebody.subjects(person.email())).contains("A way to get codes was removed");
        assertThat(db.sql("select count(*) from signin.authenticator where account = :id and bound_at is not null")
                        .param("id", person.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    @Tag("O04")
    void a_new_phone_counts_only_once_its_code_was_entered() {
        var fresh = "+12025550199";
        var shown = new Phone(fresh).masked();
        browser.get("/account/security/codes");
        assertThat(browser.post("/account/security/codes", "way", "text", "phone", "12")
                        .body())
                .contains("U.S. phone number");
        var asked = browser.post("/account/security/codes", "way", "text", "phone", fresh);
        assertThat(asked.location()).startsWith("/account/security/codes/");
        assertThat(browser.get("/account/security").body()).doesNotContain(shown);
        browser.get(asked.location());
        assertThat(browser.post(asked.location(), "code", "000000").body()).contains("not right");
        assertThat(browser.post(asked.location(), "code", somebody.mailed(fresh))
                        .location())
                .isEqualTo("/account/security?done=way");
        assertThat(browser.get("/account/security/codes").body()).contains(shown);
        assertThat(somebody.subjects(person.email())).contains("A new way to get codes");
        assertThat(somebody.bodies(person.phone())).isNotEmpty();
        assertThat(browser.post(asked.location(), "code", "000000").status()).isEqualTo(404);
    }

    @Test
    void a_second_app_has_a_name_and_a_third_is_refused() {
        browser.get("/account/security/codes");
        var asked = browser.post("/account/security/codes", "way", "app", "name", "Old <phone>");
        var key = Pattern.compile("secret=([A-Z2-7]+)")
                .matcher(browser.get(asked.location()).body());
        assertThat(key.find()).isTrue();
        assertThat(browser.post(asked.location(), "code", TestCodes.ofTyped(key.group(1), clock.instant()))
                        .location())
                .isEqualTo("/account/security?done=way");
        assertThat(browser.get("/account/security/codes").body()).contains("Old &lt;phone&gt;");
        assertThat(browser.post("/account/security/codes", "way", "app").body()).contains("two authenticator apps");
    }

    @Test
    void the_way_somebody_prefers_is_asked_first() {
        browser.get("/account/security/codes");
        browser.post("/account/security/codes/" + way("EMAIL") + "/first");
        clock.advance(Duration.ofMinutes(2));
        var next = new Client(port);
        next.get("/sign-in");
        next.post("/sign-in", "email", person.email(), "password", Somebody.PASSWORD);
        assertThat(next.get("/sign-in/code").body()).contains("by e-mail to");
    }

    @Test
    @Tag("R02")
    @Tag("R13")
    void a_new_backup_code_replaces_the_old_one_and_is_shown_to_this_browser_only() {
        var old = made();
        var other = browser.copy();
        var code = made();
        assertThat(code).isNotEqualTo(old);
        assertThat(other.get("/account/security/backup").body()).contains(code);
        assertThat(browser.post("/account/security/backup/kept", "kept", "yes").location())
                .isEqualTo("/account/security?done=backup");
        assertThat(browser.get("/account/security/backup").body()).doesNotContain(code);
        assertThat(somebody.subjects(person.email())).contains("A new backup code was made");
        assertThat(withBackup(old)).contains("not right");
        assertThat(withBackup(code)).isEqualTo("/sign-in/renewed");
    }

    @Test
    void after_a_year_we_ask_whether_the_backup_code_is_still_there() {
        made();
        browser.post("/account/security/backup/kept", "kept", "yes");
        assertThat(browser.get("/account/security").body()).doesNotContain("Do you still have");
        clock.advance(Duration.ofDays(366));
        browser = somebody.in(port, person);
        assertThat(browser.get("/account/security").body()).contains("Do you still have your backup code");
        browser.post("/account/security/backup/still");
        assertThat(browser.get("/account/security").body()).doesNotContain("Do you still have");
    }

    @Test
    @Tag("R13")
    void five_new_questions_replace_the_old_ones_and_are_told() {
        browser.get("/account/security/questions");
        assertThat(browser.post("/account/security/questions", "question1", "teacher", "answer1", "ab")
                        .body())
                .contains("needs 3 or more characters");
        assertThat(browser.post("/account/security/questions", ANSWERS).location())
                .isEqualTo("/account/security?done=questions");
        assertThat(browser.get("/account/security/questions").body()).doesNotContain("Mole poblano");
        assertThat(somebody.subjects(person.email())).contains("Your questions were changed");
    }

    private Client.Answer change(String current, String fresh, String again) {
        return browser.post(
                "/account/security/password", "current_password", current, "password", fresh, "again_password", again);
    }

    private String made() {
        browser.get("/account/security/backup");
        browser.post("/account/security/backup");
        var code = Pattern.compile("id=\"backup-code\">([A-Z0-9-]{19})<")
                .matcher(browser.get("/account/security/backup").body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private String withBackup(String code) {
        var next = new Client(port);
        clock.advance(Duration.ofMinutes(1));
        next.get("/sign-in");
        next.post("/sign-in", "email", person.email(), "password", Somebody.PASSWORD);
        next.get("/sign-in/backup");
        var answer = next.post("/sign-in/backup", "code", code);
        return answer.location().isEmpty() ? answer.body() : answer.location();
    }

    private String way(String kind) {
        return db.sql("select id from signin.authenticator where account = :id and way = :way and removed_at is null")
                .param("id", person.id())
                .param("way", kind)
                .query(String.class)
                .single();
    }
}
