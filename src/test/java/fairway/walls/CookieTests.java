package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.Walk;
import fairway.signin.TestPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cookies: what they look like, and what becomes of planted, altered and old ones. */
@FairwayTest
class CookieTests {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    Ways ways;

    @Autowired
    TestPeople people;

    @Test
    @Tag("S03")
    void every_cookie_is_bound_to_this_host_sent_encrypted_unreadable_and_says_nothing() {
        var set = new ArrayList<String>();
        var browser = ways.person(port);
        set.addAll(browser.get("/sign-in").cookies());
        set.addAll(browser.post("/sign-in", "email", browser.email(), "password", Ways.PASSWORD)
                .cookies());
        set.addAll(browser.post("/sign-in/code", "code", browser.appCode()).cookies());
        set.addAll(browser.get("/account/profile").cookies());
        set.addAll(browser.post("/sign-out").cookies());
        set.addAll(browser.elsewhere()
                .fill("/sign-up", "email", "x" + browser.email())
                .cookies());
        assertThat(set)
                .hasSizeGreaterThan(4)
                .allMatch(cookie -> cookie.startsWith("__Host-"))
                .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; HttpOnly"))
                .allMatch(cookie -> cookie.contains("; SameSite=Lax") && cookie.contains("; Path=/"))
                .noneMatch(cookie -> cookie.contains("Domain"))
                .noneMatch(cookie -> cookie.contains(browser.email())
                        || cookie.contains(browser.account().toString()));
    }

    @Test
    @Tag("A19")
    @Tag("S02")
    void a_cookie_planted_before_signing_in_is_not_the_one_afterwards() {
        var planted = "A".repeat(43);
        var attacker = ways.person(port);
        ways.signedIn(attacker);
        var own = String.valueOf(attacker.cookies.get("__Host-session"));
        for (var fixed : List.of(planted, own)) {
            var victim = ways.person(port);
            victim.cookies.put("__Host-session", fixed);
            victim.cookies.put("session", fixed);
            victim.cookies.put("JSESSIONID", fixed);
            victim.cookies.put("__Secure-session", fixed);
            victim.post("/sign-out");
            victim.cookies.put("__Host-session", planted);
            victim.get("/sign-in");
            victim.post("/sign-in", "email", victim.email(), "password", Ways.PASSWORD);
            var half = victim.cookies.get("__Host-session");
            victim.get("/sign-in/code");
            victim.post("/sign-in/code", "code", victim.appCode());
            var full = victim.cookies.get("__Host-session");
            assertThat(Set.of(planted, own, String.valueOf(half), String.valueOf(full)))
                    .hasSize(4);
            for (var old : List.of(planted, String.valueOf(half))) {
                var thief = victim.elsewhere();
                thief.cookies.put("__Host-session", old);
                assertThat(thief.get("/account/profile").location()).startsWith("/sign-in");
            }
        }
    }

    @Test
    @Tag("A52")
    void an_altered_cookie_is_nobodys() {
        var browser = ways.signedIn(ways.person(port));
        var good = String.valueOf(browser.cookies.get("__Host-session"));
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);
        var altered = List.of(
                good.substring(1),
                good + "A",
                (good.charAt(0) == 'A' ? "B" : "A") + good.substring(1),
                good.toLowerCase(java.util.Locale.ROOT),
                good + "%00",
                "\"" + good + "'",
                "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA",
                "' or '1'='1",
                "../../../etc/passwd",
                "A".repeat(4000),
                "{\"account\":\"" + browser.account() + "\"}",
                browser.account().toString());
        for (var cookie : altered) {
            var thief = browser.elsewhere();
            thief.cookies.put("__Host-session", cookie);
            var answer = thief.get("/account/profile");
            assertThat(answer.status()).as(cookie).isIn(303, 400, 431);
            assertThat(answer.location()).as(cookie).doesNotContain("/account/profile/");
        }
        for (var other : List.of("__Host-device", "__Host-parked", "__Host-sign-up", "__Host-csrf")) {
            browser.cookies.put(other, "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA");
        }
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);
        assertThat(browser.get("/sign-in/kept").status()).isLessThan(500);
    }

    /** Ruling 29. */
    @Test
    @Tag("A52")
    void staff_have_a_cookie_of_their_own_that_opens_the_desk_and_nothing_else() {
        var officer = people.cookie(people.officer("Olga First", "OFFICER"), true);
        var person = people.cookie(people.person("Ana Ruiz", Locale.ENGLISH), false);
        assertThat(officer).startsWith("__Host-desk=");
        assertThat(person).startsWith("__Host-session=");

        assertThat(new Walk(port).with(officer).get("/desk").statusCode()).isEqualTo(200);
        assertThat(new Walk(port).with(person).get("/account").statusCode()).isEqualTo(200);
        for (var other : List.of(officer, officer.replace("__Host-desk", "__Host-session"))) {
            assertThat(new Walk(port).with(other).get("/account").statusCode()).isNotEqualTo(200);
        }
        for (var other : List.of(person, person.replace("__Host-session", "__Host-desk"))) {
            assertThat(new Walk(port).with(other).get("/desk").statusCode()).isNotEqualTo(200);
        }
    }

    @Test
    @Tag("A52")
    void a_session_row_moved_to_another_account_or_raised_by_hand_needs_the_cookie_still() {
        var browser = ways.signedIn(ways.person(port));
        var held = db.sql("select encode(digest, 'hex') from signin.session where account = :account")
                .param("account", browser.account())
                .query(String.class)
                .list();
        assertThat(held)
                .hasSize(1)
                .noneMatch(row -> row.contains(String.valueOf(browser.cookies.get("__Host-session"))));
        var thief = browser.elsewhere();
        thief.cookies.put("__Host-session", held.getFirst());
        assertThat(thief.get("/account/profile").location()).startsWith("/sign-in");
        var serialised = db.sql(
                        "select count(*) from signin.session s where account = :account and s::text like '%aced0005%'")
                .param("account", browser.account())
                .query(Long.class)
                .single();
        assertThat(serialised).as("no serialised objects in sessions").isZero();
    }

    @Test
    @Tag("S07")
    @Tag("A20")
    void after_signing_out_the_cookie_is_dead_and_the_cache_is_cleared() {
        var browser = ways.signedIn(ways.person(port));
        var page = browser.get("/account/profile");
        assertThat(page.header("Cache-Control")).contains("no-store");
        var old = String.valueOf(browser.cookies.get("__Host-session"));
        var out = browser.post("/sign-out");
        assertThat(out.header("Clear-Site-Data")).contains("cache");
        assertThat(out.cookies()).anyMatch(set -> set.startsWith("__Host-session=;") && set.contains("Max-Age=0"));
        browser.cookies.put("__Host-session", old);
        assertThat(browser.get("/account/profile").location()).startsWith("/sign-in");
        assertThat(browser.get("/sign-in/time").body()).contains("\"seconds\":0");
    }
}
