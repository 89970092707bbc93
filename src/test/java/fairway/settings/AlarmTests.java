package fairway.settings;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.settings.Somebody.Person;
import fairway.signin.Client;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-9")
class AlarmTests {
    private static final String FRESH = "La luna sale tarde, siempre.";

    @LocalServerPort
    int port;

    @Autowired
    Somebody somebody;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    Person person;
    Client browser;
    String fresh;

    @BeforeEach
    void signedIn() {
        clock.advance(Duration.ofMinutes(30));
        person = somebody.fresh();
        browser = somebody.in(port, person);
        fresh = "new." + UUID.randomUUID() + "@example.org";
    }

    @Test
    @Tag("A16")
    @Tag("S08")
    @Tag("P08")
    void one_press_in_a_mail_signs_everybody_out_stops_changes_and_asks_for_a_new_password() {
        var recovery = recovery();
        browser = somebody.in(port, person);
        var link = somebody.link(person.email(), "/sign-in/not-me/");
        assertThat(somebody.link(recovery, "/sign-in/not-me/")).isNotEqualTo(link);
        var anybody = new Client(port);
        anybody.get(link);
        anybody.get(link);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(anybody.post(link).location()).isEqualTo("/sign-in/alarm-raised");
        assertThat(browser.get("/account").location()).startsWith("/sign-in");
        assertThat(anybody.post(link).body()).contains("does not work any more");
        for (var address : new String[] {person.email(), recovery}) {
            assertThat(somebody.subjects(address)).contains("Everybody was signed out of your account");
        }
        browser = new Client(port);
        somebody.enter(browser, person.email(), Somebody.PASSWORD);
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in/new-password");
        assertThat(browser.get("/sign-in/next").location()).isEqualTo("/sign-in/new-password");
        browser.get("/sign-in/new-password");
        assertThat(renew(Somebody.PASSWORD).body()).contains("same as the old one");
        assertThat(renew(FRESH).location()).isEqualTo("/account/security");
        assertThat(browser.get("/account/security").body()).contains("Changes are stopped for now");
        assertThat(browser.get("/sign-in/new-password").location()).isEqualTo("/sign-in/next");
    }

    @Test
    void while_changes_are_stopped_every_change_is_refused_and_after_three_days_none() {
        browser.get("/account/security/not-me");
        assertThat(browser.post("/account/security/not-me").location()).isEqualTo("/sign-in/alarm-raised");
        browser = new Client(port);
        somebody.enter(browser, person.email(), Somebody.PASSWORD);
        browser.get("/sign-in/new-password");
        renew(FRESH);
        browser.get("/account/security");
        for (var page : new String[] {"password", "backup", "questions", "email", "recovery"}) {
            assertThat(browser.get("/account/security/" + page).location()).isEqualTo("/account/security/stopped");
            assertThat(browser.post("/account/security/" + page, "email", fresh).location())
                    .isEqualTo("/account/security/stopped");
        }
        assertThat(browser.post("/account/security/codes", "way", "app").location())
                .isEqualTo("/account/security/stopped");
        assertThat(browser.get("/account/security/stopped").body()).contains("Nothing that decides");
        clock.advance(Duration.ofHours(73));
        browser = new Client(port);
        somebody.enter(browser, person.email(), FRESH);
        assertThat(browser.get("/account/security/email").status()).isEqualTo(200);
        assertThat(browser.get("/account/security/stopped").location()).isEqualTo("/account/security");
    }

    @Test
    void the_alarm_drops_a_change_of_address_that_is_under_way() {
        ask(fresh);
        new Client(port).get("/sign-in");
        var confirm = somebody.link(fresh, "/sign-in/address/");
        browser.post("/account/security/not-me");
        var reader = new Client(port);
        assertThat(reader.get(confirm).body()).contains("does not work any more");
        clock.advance(Duration.ofHours(25));
        jobs.runDue();
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(person.email());
    }

    @Test
    @Tag("R04")
    @Tag("R05")
    void a_recovery_address_counts_once_its_link_was_pressed_and_hears_everything_from_then_on() {
        var recovery = recovery();
        assertThat(somebody.subjects(recovery)).contains("A recovery address was added");
        assertThat(somebody.subjects(person.email())).contains("A recovery address was added");
        ask(fresh);
        assertThat(somebody.subjects(recovery)).contains("Your e-mail address is about to change");
        var link = somebody.link(recovery, "/sign-in/address/cancel/");
        var reader = new Client(port);
        reader.get(link);
        assertThat(browser.get("/account/security").body()).contains(fresh);
        assertThat(reader.post(link).body()).contains("The change is stopped");
        assertThat(browser.get("/account/security").body()).doesNotContain(fresh);
        browser.get("/account/security/recovery");
        browser.post("/account/security/recovery/remove");
        assertThat(somebody.subjects(recovery)).contains("The recovery address was removed");
        assertThat(accounts.safety().recoveryAddress(person.id())).isEmpty();
    }

    @Test
    @Tag("S13")
    void a_new_address_waits_a_day_is_confirmed_by_its_reader_and_then_signs_in() {
        ask(fresh);
        assertThat(somebody.subjects(person.email())).contains("Your e-mail address is about to change");
        assertThat(somebody.bodies(person.phone())).isNotEmpty();
        var link = somebody.link(fresh, "/sign-in/address/");
        var reader = new Client(port);
        assertThat(reader.get(link).setCookies()).noneMatch(set -> set.startsWith("__Host-session="));
        jobs.runDue();
        assertThat(reader.post(link).body()).contains("The new address is confirmed");
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(person.email());
        clock.advance(Duration.ofHours(23));
        jobs.runDue();
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(person.email());
        var other = somebody.in(port, person);
        clock.advance(Duration.ofMinutes(70));
        jobs.runDue();
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(fresh);
        assertThat(other.get("/account").location()).startsWith("/sign-in");
        for (var address : new String[] {person.email(), fresh}) {
            assertThat(somebody.subjects(address)).contains("Your e-mail address was changed");
        }
        assertThat(somebody.enter(new Client(port), person.email(), Somebody.PASSWORD))
                .contains("not right");
        assertThat(somebody.enter(new Client(port), fresh, Somebody.PASSWORD)).startsWith("/sign-in/next");
    }

    @Test
    void an_address_nobody_confirmed_changes_nothing() {
        ask(fresh);
        clock.advance(Duration.ofHours(25));
        jobs.runDue();
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(person.email());
        assertThat(somebody.subjects(person.email())).contains("Your e-mail address stays as it is");
    }

    @Test
    @Tag("E01")
    void an_address_that_has_an_account_is_answered_like_any_other() {
        var known = somebody.fresh().email();
        var one = ask(known);
        var two = ask(fresh);
        assertThat(one.location()).isEqualTo(two.location());
        assertThat(somebody.subjects(known)).contains("This address has an account already");
        assertThat(somebody.subjects(fresh)).contains("Confirm your new e-mail address");
    }

    @Test
    @Tag("A44")
    @Tag("A45")
    void of_many_changes_at_once_one_is_left_and_their_number_is_limited() throws Exception {
        browser.get("/account/security/email");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var posts = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit((Callable<Client.Answer>)
                            () -> browser.copy().post("/account/security/email", "email", i + "." + fresh)))
                    .toList();
            for (var each : posts) {
                assertThat(each.get().status()).isIn(200, 303);
            }
        }
        assertThat(db.sql("select count(*) from settings.address_change where account = :id and ended_at is null")
                        .param("id", person.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from settings.address_change where account = :id")
                        .param("id", person.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    @Tag("A44")
    void of_two_accounts_that_want_one_address_the_second_keeps_its_own() {
        var rival = somebody.fresh();
        var theirs = somebody.in(port, rival);
        browser = somebody.in(port, person);
        ask(fresh);
        theirs.get("/account/security/email");
        theirs.post("/account/security/email", "email", fresh);
        for (var body : somebody.bodies(fresh)) {
            var link = body.replaceAll("(?s).*https?://[^/]+(/sign-in/address/[A-Za-z0-9_-]+).*", "$1");
            var reader = new Client(port);
            reader.get(link);
            assertThat(reader.post(link).body()).contains("The new address is confirmed");
        }
        clock.advance(Duration.ofHours(25));
        jobs.runDue();
        var owner =
                accounts.byEmail(EmailAddress.read(fresh).orElseThrow(), false).orElseThrow();
        var loser = owner.id().equals(person.id()) ? rival : person;
        assertThat(accounts.find(loser.id()).orElseThrow().email()).isEqualTo(loser.email());
        assertThat(somebody.subjects(loser.email())).contains("Your e-mail address stays as it is");
    }

    @Test
    @Tag("A48")
    void an_address_promised_to_a_thief_is_whose_account_it_became_first() {
        ask(fresh);
        var link = somebody.link(fresh, "/sign-in/address/");
        var owner = somebody.named(fresh);
        var mistaken = new Client(port);
        mistaken.get(link);
        mistaken.post(link);
        clock.advance(Duration.ofHours(25));
        jobs.runDue();
        assertThat(accounts.byEmail(EmailAddress.read(fresh).orElseThrow(), false)
                        .orElseThrow()
                        .id())
                .isEqualTo(owner.id());
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(person.email());
        assertThat(somebody.in(port, owner).get("/account").status()).isEqualTo(200);
    }

    private Client.Answer ask(String address) {
        browser.get("/account/security/email");
        return browser.post("/account/security/email", "email", address);
    }

    private String recovery() {
        var address = "second." + UUID.randomUUID() + "@example.org";
        browser.get("/account/security/recovery");
        assertThat(browser.post("/account/security/recovery", "email", address).location())
                .isEqualTo("/account/security?done=recovery");
        assertThat(accounts.safety().recoveryAddress(person.id())).isEmpty();
        var link = somebody.link(address, "/sign-in/address/");
        var reader = new Client(port);
        reader.get(link);
        assertThat(accounts.safety().recoveryAddress(person.id())).isEmpty();
        assertThat(reader.post(link).body()).contains("The recovery address is added");
        return address;
    }

    private Client.Answer renew(String password) {
        return browser.post("/sign-in/new-password", "password", password, "again_password", password);
    }
}
