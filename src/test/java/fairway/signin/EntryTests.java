package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-1")
class EntryTests {
    private static final String PASSWORD = SigningUpTests.PASSWORD;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    Signin signin;

    Post post;
    Client browser;
    String email;
    UUID account;

    /** Invented people made the short way. */
    record Person(int port, Post post, JdbcClient db) {
        String signUp() {
            var browser = new Client(port);
            var email = "known." + UUID.randomUUID() + "@example.org";
            browser.get("/sign-up");
            browser.post("/sign-up", "email", email);
            var link = post.link(email);
            browser.get(link);
            browser.post(link);
            browser.get("/sign-up/terms");
            browser.post("/sign-up/terms", "agree", "yes");
            browser.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD);
            return email;
        }
    }

    @BeforeEach
    void somebody() {
        post = new Post(db, jobs);
        browser = new Client(port);
        email = "luz." + UUID.randomUUID() + "@example.org";
        account = signin.demoPerson(
                new Signin.DemoSignIn(
                        email,
                        PASSWORD,
                        null,
                        "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                java.util.Locale.ENGLISH,
                "Luz Invented");
        clock.advance(Duration.ofMinutes(20));
    }

    @Test
    void password_then_code_from_an_app_and_back_to_where_one_wanted_to_go() {
        assertThat(browser.get("/account/profile").location()).isEqualTo("/sign-in?to=%2Faccount%2Fprofile");
        browser.get("/sign-in?to=%2Faccount%2Fprofile");
        assertThat(browser.post("/sign-in", "email", email, "password", PASSWORD, "to", "/account/profile")
                        .location())
                .isEqualTo("/sign-in/code");
        assertThat(browser.get("/account/profile").location()).isEqualTo("/sign-in/code");
        assertThat(browser.get("/sign-in/code").body()).contains("Secure one-time password", "authenticator app");
        assertThat(browser.post("/sign-in/code", "code", appCode()).location()).isEqualTo("/account/profile");
        assertThat(browser.get("/account/profile").body()).contains("Luz Invented");
        assertThat(new Client(port).post("/sign-in", "email", email).status()).isEqualTo(403);
    }

    @Test
    void a_code_lives_ten_minutes_is_sent_again_as_it_was_and_belongs_to_its_browser() {
        signInTo(browser);
        var way = wayTo("EMAIL");
        browser.post("/sign-in/code/send", "with", way);
        var code = post.code(email);
        clock.advance(Duration.ofSeconds(61));
        browser.post("/sign-in/code/send", "with", way);
        assertThat(post.bodies(email)).hasSize(2).allMatch(body -> body.contains(code));
        var other = new Client(port);
        signInTo(other);
        assertThat(other.post("/sign-in/code", "with", way, "code", code).body())
                .contains("does not work any more");
        clock.advance(Duration.ofMinutes(9));
        assertThat(browser.post("/sign-in/code", "with", way, "code", code).body())
                .contains("does not work any more");
    }

    @Test
    @Tag("SEC-6")
    void five_wrong_passwords_mean_twenty_minutes_for_strangers_and_nothing_for_the_owners_browser() {
        signInTo(browser);
        browser.post("/sign-in/code", "code", appCode());
        var stranger = new Client(port);
        stranger.get("/sign-in");
        String last = "";
        for (int i = 0; i < 5; i++) {
            last = stranger.post("/sign-in", "email", email, "password", "Wrong one!")
                    .body();
        }
        assertThat(last).contains("too many wrong tries");
        assertThat(stranger.post("/sign-in", "email", email, "password", PASSWORD)
                        .body())
                .contains("too many wrong tries");
        assertThat(post.subjects(email)).contains("Wrong passwords for your account");
        var own = new Client(port);
        own.cookies.put("__Host-device", browser.cookies.get("__Host-device"));
        signInTo(own);
        assertThat(own.cookies).containsKey("__Host-session");
        clock.advance(Duration.ofMinutes(21));
        assertThat(stranger.post("/sign-in", "email", email, "password", PASSWORD)
                        .location())
                .isEqualTo("/sign-in/code");
    }

    @Test
    @Tag("ACC-8")
    void the_backup_code_stands_in_once_and_is_renewed() {
        var code = kept();
        signInTo(browser);
        browser.get("/sign-in/backup");
        assertThat(browser.post("/sign-in/backup", "code", "0000-0000-0000-0000")
                        .body())
                .contains("not right");
        assertThat(browser.post("/sign-in/backup", "code", code.toLowerCase(java.util.Locale.ROOT))
                        .location())
                .isEqualTo("/sign-in/renewed");
        assertThat(browser.get("/sign-in/renewed").body())
                .contains("so here is a new one")
                .doesNotContain(code);
        assertThat(post.subjects(email)).contains("Your backup code was used");
        var other = new Client(port);
        signInTo(other);
        assertThat(other.post("/sign-in/backup", "code", code).body()).contains("not right");
    }

    @Test
    @Tag("SEC-7")
    void asking_for_the_time_left_does_not_prolong_and_staying_does() {
        enter();
        clock.advance(Duration.ofMinutes(10));
        assertThat(browser.get("/sign-in/time").body()).startsWith("{\"seconds\":300,");
        assertThat(browser.get("/sign-in/time").body()).startsWith("{\"seconds\":300,");
        browser.get("/account/profile");
        assertThat(browser.post("/sign-in/stay").status()).isEqualTo(204);
        assertThat(browser.get("/sign-in/time").body()).startsWith("{\"seconds\":900,");
    }

    @Test
    void signing_out_kills_the_cookie_and_each_proof_changes_it() {
        signInTo(browser);
        var half = browser.cookies.get("__Host-session");
        var in = browser.post("/sign-in/code", "code", appCode());
        assertThat(in.setCookies())
                .anyMatch(set -> set.startsWith("__Host-session=")
                        && set.contains("Secure")
                        && set.contains("HttpOnly")
                        && set.contains("SameSite=Lax")
                        && set.contains("Path=/")
                        && !set.contains("Domain"));
        var full = browser.cookies.get("__Host-session");
        assertThat(full).isNotEqualTo(half).hasSizeGreaterThanOrEqualTo(43);
        assertThat(db.sql("select count(*) from signin.session where encode(digest, 'base64') like :text")
                        .param("text", full)
                        .query(Long.class)
                        .single())
                .isZero();
        browser.get("/account/profile");
        assertThat(browser.post("/sign-out").location()).isEqualTo("/sign-in/out");
        browser.cookies.put("__Host-session", full);
        assertThat(browser.get("/account/profile").location()).startsWith("/sign-in");
    }

    @Test
    void officers_have_a_way_in_of_their_own() {
        var officer = "officer." + UUID.randomUUID() + "@example.org";
        signin.demoOfficer(
                new Signin.DemoSignIn(officer, PASSWORD, null, null), "Olu Officer", java.util.Set.of("OFFICER"));
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in", "email", officer, "password", PASSWORD)
                        .body())
                .contains("not right");
        assertThat(browser.get("/desk/queue").location()).isEqualTo("/desk/sign-in?to=%2Fdesk%2Fqueue");
        browser.get("/desk/sign-in");
        assertThat(browser.post("/desk/sign-in", "email", officer, "password", PASSWORD)
                        .location())
                .isEqualTo("/desk/sign-in/code");
        browser.get("/desk/sign-in/code");
        assertThat(browser.post("/desk/sign-in/code", "code", post.code(officer))
                        .location())
                .isEqualTo("/desk/sign-in/next");
        assertThat(browser.cookies).containsKey("__Host-desk").doesNotContainKey("__Host-session");
        assertThat(browser.get("/account/profile").location()).startsWith("/sign-in");
    }

    @Test
    @Tag("SEC-7")
    void a_form_sent_after_the_session_ended_is_kept_for_its_owner_only() {
        enter();
        var mark = ownerMark();
        browser.get("/account/profile");
        clock.advance(Duration.ofMinutes(31));
        assertThat(browser.post("/drafts/7/page", "_owner", mark, "applicant.name", "Ana\n\"María\"")
                        .location())
                .isEqualTo("/sign-in?kept");
        assertThat(browser.get("/sign-in?kept").body()).contains("What you typed is kept");
        browser.post("/sign-in", "email", email, "password", PASSWORD);
        assertThat(browser.post("/sign-in/code", "code", appCode()).location()).isEqualTo("/sign-in/kept");
        var kept = browser.get("/sign-in/kept").body();
        assertThat(kept).contains("We kept what you typed", "Ana\n\"María\"");
        var again = browser.post("/sign-in/kept", "applicant.name", "Ana");
        assertThat(again.status()).isEqualTo(307);
        assertThat(again.location()).isEqualTo("/drafts/7/page");
        assertThat(browser.get("/sign-in/kept").location()).isEqualTo("/account");
    }

    @Autowired
    fairway.identity.Accounts accounts;

    private String ownerMark() {
        return accounts.ownerMark(account);
    }

    private void enter() {
        clock.advance(Duration.ofSeconds(90));
        signInTo(browser);
        browser.post("/sign-in/code", "code", appCode());
    }

    private void signInTo(Client client) {
        client.get("/sign-in");
        client.post("/sign-in", "email", email, "password", PASSWORD);
        client.get("/sign-in/code");
    }

    private String appCode() {
        return Totp.code(
                "12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                Totp.step(clock.instant()));
    }

    private String wayTo(String way) {
        return db.sql("select id from signin.authenticator where account = :account and way = :way")
                .param("account", account)
                .param("way", way)
                .query(UUID.class)
                .single()
                .toString();
    }

    @Autowired
    BackupCodes backupCodes;

    private String kept() {
        var code = backupCodes.toShow(accounts.find(account).orElseThrow(), UUID.randomUUID());
        backupCodes.kept(account);
        return BackupCodes.grouped(code);
    }
}
