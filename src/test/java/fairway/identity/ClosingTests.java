package fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.Walk;
import fairway.signin.TestPeople;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-10")
class ClosingTests {
    private static final String PAGE = "/account/profile/close";
    private static final Pattern LINK = Pattern.compile("/sign-in/keep-account/[A-Za-z0-9_/-]+");

    @LocalServerPort
    int port;

    @Autowired
    TestPeople people;

    @Autowired
    Accounts accounts;

    @Autowired
    Vault vault;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    private UUID ana = new UUID(0, 0);
    private Account before = accountOf(new UUID(0, 0));
    private Walk walk = new Walk(0);

    @BeforeEach
    void signedIn() {
        clock.set(TestClock.START);
        ana = people.person("Ana Ruiz", Locale.ENGLISH);
        before = accounts.find(ana).orElseThrow();
        walk = new Walk(port).with(people.cookie(ana, false));
        accounts.move(ana, ProfilePagesTests.american("12 Oak Street"), null, LocalDate.of(2026, 11, 1));
        walk.get(PAGE);
    }

    @Test
    @Tag("S08")
    void closing_ends_every_session_at_once() {
        var phone = new Walk(port).with(people.cookie(ana, false));
        assertThat(phone.get("/account/profile").statusCode()).isEqualTo(200);
        assertThat(walk.post(PAGE, "sure", "yes").headers().firstValue("Location"))
                .contains("/sign-in/closed");
        assertThat(walk.get("/sign-in/closed").body()).contains("Your account is closed");
        for (var browser : List.of(walk, phone)) {
            assertThat(browser.get("/account/profile").statusCode()).isNotEqualTo(200);
        }
        var opened = new Walk(port).with(people.cookie(ana, false));
        assertThat(opened.get("/account/profile").statusCode()).isNotEqualTo(200);
    }

    @Test
    void it_asks_once_more_and_says_what_must_be_kept_and_until_when_one_may_come_back() {
        assertThat(walk.get(PAGE).body())
                .contains("What Demonstration Office must keep", "December 23, 2026", "/account/profile/export");
        assertThat(walk.post(PAGE).body()).contains("Confirm that you want to close the account");
        assertThat(accounts.find(ana)).isPresent();
    }

    @Test
    @Tag("SEC-5")
    void closing_asks_for_a_fresh_proof() {
        clock.advance(Duration.ofMinutes(6));
        assertThat(walk.post(PAGE, "sure", "yes").headers().firstValue("Location"))
                .contains("/sign-in/again");
    }

    @Test
    @Tag("SEC-9")
    void an_account_whose_changes_are_stopped_stays_open_until_that_is_over() {
        accounts.safety().hold(ana, clock.instant().plus(Duration.ofMinutes(3)), Safety.Reason.NOT_ME);
        assertThat(walk.get(PAGE).body()).contains("changes are stopped for a while", "/account/security/stopped");
        assertThat(walk.post(PAGE, "sure", "yes").body()).contains("You cannot close the account yet");
        assertThat(accounts.find(ana).orElseThrow().closed()).isFalse();
        clock.advance(Duration.ofMinutes(4));
        assertThat(walk.post(PAGE, "sure", "yes").headers().firstValue("Location"))
                .contains("/sign-in/closed");
    }

    @Test
    @Tag("ACC-2")
    void whoever_signs_up_with_the_address_of_a_closed_account_learns_how_to_keep_it() {
        walk.post(PAGE, "sure", "yes");
        var link = link();
        var visitor = new Walk(port);
        visitor.get("/sign-up");
        visitor.post("/sign-up", "email", before.email());
        jobs.runDue();
        var told = new Walk(port).get("/outbox?to=" + before.email()).body();
        assertThat(told).contains("Your account is closed, and can come back").doesNotContain("/sign-up/confirm/");
        var again = LINK.matcher(told.substring(told.indexOf("can come back as it was")));
        assertThat(again.find()).isTrue();
        assertThat(again.group()).isEqualTo(link);
        assertThat(visitor.get(link).body()).contains("Keep your account?");
    }

    @Test
    void the_link_in_the_e_mail_brings_everything_back_and_works_for_nobody_else() {
        walk.post(PAGE, "sure", "yes");
        var link = link();
        var visitor = new Walk(port);
        assertThat(visitor.get(link.substring(0, link.length() - 10) + "nobodyhere")
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.get(link).body()).contains("Keep your account?");
        assertThat(visitor.post(link).body()).contains("Your account is back");
        assertThat(new Walk(port)
                        .with(people.cookie(ana, false))
                        .get("/account/profile")
                        .body())
                .contains("12 Oak Street");
        assertThat(visitor.get(link).statusCode()).isEqualTo(404);
    }

    @Test
    @Tag("AGY-10")
    void after_the_time_to_come_back_profile_and_key_are_gone_and_the_address_is_free() {
        walk.post(PAGE, "sure", "yes");
        var link = link();
        var secret = vault.seal(before.key(), new byte[] {1}, "test");
        db.sql("insert into passkeys.holder (account, handle, made_at) values (:account, :handle, now())")
                .param("account", ana)
                .param("handle", ana.toString().getBytes(StandardCharsets.US_ASCII))
                .update();
        accounts.safety().recoverAt(ana, EmailAddress.read("second@example.org").orElseThrow());
        assertThat(tablesThatKnow(ana)).contains("passkeys.holder", "identity.profile", "identity.recovery_address");
        clock.advance(Duration.ofDays(31));
        jobs.runDue();
        assertThat(accounts.find(ana)).isEmpty();
        assertThat(accounts.contactOf(ana).emails()).isEmpty();
        assertThatThrownBy(() -> vault.open(before.key(), secret, "test")).hasMessageContaining("destroyed");
        assertThat(tablesThatKnow(ana)).isEmpty();
        assertThat(new Walk(port).get(link).statusCode()).isEqualTo(404);
        var again = NewAccount.ofPerson(EmailAddress.read(before.email()).orElseThrow(), Locale.ENGLISH);
        assertThat(accounts.create(again)).isPresent();
    }

    /** Of the tables that hold what only concerns an account itself. */
    private List<String> tablesThatKnow(UUID account) {
        return db.sql("""
                        select table_schema || '.' || table_name from information_schema.columns
                        where column_name = 'account'
                          and table_schema in ('identity', 'signin', 'passkeys', 'settings', 'drafts', 'alerts')
                        """).query((row, n) -> Objects.requireNonNull(row.getString(1))).list().stream()
                .filter(table -> db.sql("select exists (select 1 from " + table + " where account = :account)")
                        .param("account", account)
                        .query(Boolean.class)
                        .single())
                .toList();
    }

    private String link() {
        jobs.runDue();
        var found =
                LINK.matcher(new Walk(port).get("/outbox?to=" + before.email()).body());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Account accountOf(UUID nobody) {
        return new Account(
                nobody,
                new AccountNumber("000000000000"),
                "",
                Locale.ENGLISH,
                AccountType.APPLICANT,
                "",
                nobody,
                java.time.ZoneOffset.UTC,
                null,
                java.util.Set.of(),
                false);
    }
}
