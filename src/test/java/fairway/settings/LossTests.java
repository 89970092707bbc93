package fairway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.documents.DocumentInfected;
import fairway.documents.Holder;
import fairway.settings.Somebody.Person;
import fairway.signin.Client;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FairwayTest
@Tag("SEC-5")
@Tag("R16")
class LossTests {
    private static final String LOST = "/account/security/lost";

    @LocalServerPort
    int port;

    @Autowired
    Somebody somebody;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    Person person;
    Client browser;

    @BeforeEach
    void signedIn() {
        clock.advance(Duration.ofMinutes(30));
        person = somebody.fresh();
        browser = somebody.in(port, person);
    }

    @Test
    @Tag("R05")
    @Tag("S09")
    void a_lost_phone_opens_nothing_from_that_moment_and_every_address_hears_of_it() {
        var onThePhone = somebody.in(port, person);
        browser = somebody.in(port, person);
        browser.get(LOST);
        var app = way("APP");
        var texts = somebody.bodies(person.phone()).size();
        assertThat(report(value("TEXT"), value("APP")).location()).isEqualTo("/account/security?done=lost");
        assertThat(onThePhone.get("/account/security").location()).startsWith("/sign-in");
        assertThat(browser.get("/account/security").body()).contains("suspended since");
        assertThat(browser.get("/account/security/history").body())
                .contains("Something that opens the account was reported as lost and suspended");
        assertThat(somebody.subjects(person.email())).contains("Something was reported as lost");
        assertThat(somebody.bodies(person.phone()))
                .as("the phone hears of it, and of nothing after")
                .hasSize(texts + 1);
        var thief = asked();
        assertThat(thief.get("/sign-in/code?with=" + app).body()).contains("by e-mail to");
        assertThat(thief.post("/sign-in/code", "with", app, "code", somebody.code())
                        .body())
                .contains("not right");
        assertThat(thief.get("/sign-in/ways").body()).doesNotContain(app).doesNotContain("Use the app");
        assertThat(thief.get("/account/security").location()).startsWith("/sign-in");
    }

    @Test
    void it_is_taken_back_only_with_a_proof_that_something_else_gave_after_the_report() {
        browser.get(LOST);
        report(value("APP"));
        clock.advance(Duration.ofMinutes(1));
        browser.get(LOST);
        assertThat(browser.post(LOST + "/found", "factor", value("APP")).location())
                .isEqualTo("/sign-in/again?to=" + LOST);
        assertThat(lost("APP")).isTrue();
        browser.get("/sign-in/again?to=" + LOST);
        var code = browser.post("/sign-in/again", "password", Somebody.PASSWORD).location();
        assertThat(code).doesNotContain(way("APP"));
        browser.get(code);
        assertThat(browser.post("/sign-in/again/code", "with", way("TEXT"), "code", somebody.mailed(person.phone()))
                        .location())
                .isEqualTo(LOST);
        browser.get(LOST);
        assertThat(browser.post(LOST + "/found", "factor", value("APP")).location())
                .isEqualTo("/account/security?done=found");
        assertThat(lost("APP")).isFalse();
        assertThat(somebody.subjects(person.email())).contains("Something lost was taken back");
        assertThat(somebody.enter(new Client(port), person.email(), Somebody.PASSWORD))
                .startsWith("/sign-in/next");
    }

    @Test
    void what_is_left_last_stays_and_the_page_leads_to_the_ways_back() {
        browser.get(LOST);
        var all = report(value("TEXT"), value("APP"), value("EMAIL"));
        assertThat(all.body())
                .contains("Nothing would be left to sign in with", "href=\"/sign-in/lost\"")
                .contains("checked");
        assertThat(lost("TEXT") || lost("APP") || lost("EMAIL")).isFalse();
        assertThat(report().body()).contains("Choose at least one thing");
        assertThat(report("TEXT:" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(report(value("TEXT"), value("APP")).location()).isEqualTo("/account/security?done=lost");
        browser.get(LOST);
        assertThat(report(value("EMAIL")).body()).contains("Nothing would be left to sign in with");
    }

    @Test
    void the_second_step_of_signing_in_leads_who_lost_something_to_the_report() {
        var half = asked();
        assertThat(half.get("/sign-in/ways").body()).contains("I lost one of these");
        assertThat(half.post("/sign-in/ways").location()).isEqualTo("/sign-in/ways?lost");
        assertThat(half.get("/sign-in/ways?lost").body()).contains("Choose something that you still have");
        half.post("/sign-in/code/send", "with", way("EMAIL"));
        half.get("/sign-in/code?with=" + way("EMAIL"));
        assertThat(half.post("/sign-in/code", "with", way("EMAIL"), "code", somebody.mailed(person.email()))
                        .location())
                .isEqualTo(LOST);
        assertThat(half.get(LOST).body()).contains("What did you lose?");
        assertThat(half.get("/es" + LOST).body()).contains("¿Qué perdió?");
    }

    @Test
    void a_backup_code_that_is_lost_opens_nothing_and_a_new_one_takes_its_place() {
        browser.get("/account/security/backup");
        browser.post("/account/security/backup");
        var shown = java.util.regex.Pattern.compile("id=\"backup-code\">([0-9A-Z-]+)<")
                .matcher(browser.get("/account/security/backup").body());
        assertThat(shown.find()).isTrue();
        browser.post("/account/security/backup/kept", "kept", "yes");
        browser.get(LOST);
        assertThat(report("BACKUP").location()).isEqualTo("/account/security?done=lost");
        var finder = asked();
        finder.get("/sign-in/backup");
        assertThat(finder.post("/sign-in/backup", "code", shown.group(1)).body())
                .contains("not right");
        browser.get("/account/security/backup");
        browser.post("/account/security/backup");
        assertThat(browser.get(LOST).body()).doesNotContain("Suspended since");
    }

    @Test
    void news_of_a_case_goes_to_nothing_that_was_reported_as_lost_and_to_the_other_way_instead() {
        browser.get(LOST);
        report(value("TEXT"));
        var onlyTexts = new Heard(person);
        db.sql("insert into alerts.choice (account, kind, email, text) values (:account, 'EVIDENCE', false, true)")
                .param("account", person.id())
                .update();
        infected();
        onlyTexts.more(1, 0);
        assertThat(browser.get("/account/profile/notifications").body())
                .contains("You reported this number as lost. No news goes there");

        clock.advance(Duration.ofMinutes(1));
        browser = somebody.in(port, person);
        browser.get(LOST);
        browser.post(LOST + "/found", "factor", value("TEXT"));
        assertThat(lost("TEXT")).isFalse();
        var found = new Heard(person);
        infected();
        found.more(0, 1);

        browser.get(LOST);
        report(value("EMAIL"));
        db.sql("update alerts.choice set email = true, text = false where account = :account")
                .param("account", person.id())
                .update();
        var onlyMail = new Heard(person);
        infected();
        onlyMail.more(0, 1);
    }

    /** How much arrived at an address before. */
    private final class Heard {
        private final int mails;
        private final int texts;

        Heard(Person person) {
            mails = somebody.bodies(person.email()).size();
            texts = somebody.bodies(person.phone()).size();
        }

        void more(int byMail, int byText) {
            assertThat(somebody.bodies(person.email())).hasSize(mails + byMail);
            assertThat(somebody.bodies(person.phone())).hasSize(texts + byText);
        }
    }

    /** A cause of news that needs no case. */
    private void infected() {
        var file = UUID.randomUUID();
        transactions.executeWithoutResult(
                state -> events.publishEvent(new DocumentInfected(file, new Holder("draft", file), person.id())));
    }

    private Client.Answer report(String... values) {
        var fields = new String[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            fields[2 * i] = "lost";
            fields[2 * i + 1] = values[i];
        }
        return browser.post(LOST, fields);
    }

    /** A browser whose password was right, and that owes the code. */
    private Client asked() {
        clock.advance(Duration.ofMinutes(2));
        var half = new Client(port);
        half.get("/sign-in");
        half.post("/sign-in", "email", person.email(), "password", Somebody.PASSWORD);
        half.get("/sign-in/code");
        return half;
    }

    private String value(String kind) {
        return kind + ":" + way(kind);
    }

    private String way(String kind) {
        return one("id::text", kind);
    }

    private boolean lost(String kind) {
        return Boolean.parseBoolean(one("(lost_at is not null)::text", kind));
    }

    private String one(String what, String kind) {
        return db.sql("select " + what
                        + " from signin.authenticator where account = :id and way = :way and removed_at is null")
                .param("id", person.id())
                .param("way", kind)
                .query(String.class)
                .single();
    }
}
