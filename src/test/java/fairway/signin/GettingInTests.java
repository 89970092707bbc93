package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.passwords.CheapCosts;
import fairway.passwords.Passwords;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What getting in keeps, renews, refuses and leaves behind. */
@Tag("SEC-1")
class GettingInTests extends AtTheDoor {
    @Autowired
    Passwords passwords;

    @Test
    @Tag("P12")
    void a_password_kept_at_other_costs_is_hashed_anew_when_it_is_next_right() {
        var older = hash().replaceFirst("k=\\d+", "k=999");
        assertThat(passwords.outdated(older)).isTrue();
        var cheap = passwords.hash(PASSWORD);
        setHash(cheap);
        half(browser);
        assertThat(hash()).isEqualTo(cheap);
        var made = OldHash.of(PASSWORD, vault);
        setHash(made);
        half(new Client(port));
        assertThat(hash()).isNotEqualTo(made).startsWith(CheapCosts.TEXT);
        assertThat(passwords.matches(PASSWORD, hash())).isTrue();
        assertThat(half(new Client(port)).get("/sign-in/code").status()).isEqualTo(200);
    }

    @Autowired
    fairway.vault.Vault vault;

    /** As an installation with two rounds would have kept it. */
    private static final class OldHash {
        static String of(String password, fairway.vault.Vault vault) {
            var salt = new byte[16];
            var argon2 = new org.bouncycastle.crypto.generators.Argon2BytesGenerator();
            argon2.init(new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                            org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                    .withSalt(salt)
                    .withMemoryAsKB(19_456)
                    .withIterations(2)
                    .withParallelism(1)
                    .build());
            var slow = new byte[32];
            argon2.generateBytes(password.getBytes(java.nio.charset.StandardCharsets.UTF_8), slow);
            var text = java.util.Base64.getUrlEncoder().withoutPadding();
            return "argon2id$m=19456,t=2$k=" + vault.macKey() + "$" + text.encodeToString(salt) + "$"
                    + text.encodeToString(vault.mac("signin.hash", slow));
        }
    }

    @Test
    @Tag("ACC-7")
    void who_asks_for_another_code_too_soon_is_told_when_and_blamed_for_nothing() {
        half(browser).post("/sign-in/code/send", "with", wayTo("EMAIL"));

        assertThat(browser.post("/sign-in/code/send", "with", wayTo("EMAIL")).body())
                .contains("A code was sent a short time ago", "You can ask for one on")
                .doesNotContain("wrong tries");
        assertThat(browser.get("/sign-in/code?late").body())
                .contains("We could not send a new code yet")
                .doesNotContain("We sent a code");
    }

    @Test
    @Tag("P08")
    void a_password_of_six_years_ago_works() {
        db.sql("update signin.credential set password_at = now() - interval '6 years' where account = :account")
                .param("account", account)
                .update();
        enter(browser);
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);
    }

    @Test
    @Tag("P09")
    void there_is_no_room_for_a_hint_in_any_table() {
        assertThat(db.sql("select table_name || '.' || column_name from information_schema.columns "
                                + "where column_name like '%hint%' or column_name like '%remind%'")
                        .query(String.class)
                        .list())
                .noneMatch(column -> column.contains("credential") || column.contains("account"));
    }

    @Test
    @Tag("S01")
    void keys_of_sessions_have_256_random_bits() {
        var seen = new java.util.HashSet<String>();
        for (int i = 0; i < 3; i++) {
            seen.add(half(new Client(port)).cookies.get("__Host-session"));
            clock.advance(Duration.ofSeconds(61));
        }
        assertThat(seen)
                .hasSize(3)
                .allSatisfy(key ->
                        assertThat(java.util.Base64.getUrlDecoder().decode(key)).hasSize(32));
    }

    @Test
    @Tag("S04")
    void a_session_nobody_uses_ends_after_fifteen_minutes_even_when_asked_how_long_it_lasts() {
        enter(browser);
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofMinutes(2));
            browser.get("/sign-in/time");
        }
        clock.advance(Duration.ofSeconds(61));
        assertThat(browser.get("/account/profile").location()).startsWith("/sign-in");
    }

    @Test
    @Tag("S05")
    void a_session_ends_twelve_hours_after_sign_in_however_busy() {
        enter(browser);
        for (int i = 0; i < 71; i++) {
            clock.advance(Duration.ofMinutes(10));
            assertThat(browser.get("/account/profile").status()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(10));
        assertThat(browser.get("/account/profile").location()).startsWith("/sign-in");
    }

    @Test
    @Tag("S06")
    @Tag("A11")
    void a_device_cookie_alone_or_stolen_opens_nothing_and_a_new_browser_is_told_of() {
        enter(browser);
        var thief = Client.from("127.35.1.1", port);
        thief.cookies.put("__Host-device", browser.cookies.get("__Host-device"));
        assertThat(thief.get("/account/profile").location()).startsWith("/sign-in");
        assertThat(half(thief).get("/account/profile").location()).isEqualTo("/sign-in/code");
        enter(new Client(port));
        assertThat(post.subjects(email)).contains("New sign-in to your account");
    }

    @Test
    @Tag("E03")
    void a_fresh_installation_has_nobody_and_takes_no_invented_people_outside_a_demonstration() throws Exception {
        var migrations = new org.springframework.core.io.support.PathMatchingResourcePatternResolver()
                .getResources("classpath:db/migration/**/*.sql");
        assertThat(migrations).hasSizeGreaterThan(20);
        for (var migration : migrations) {
            assertThat(migration.getContentAsString(java.nio.charset.StandardCharsets.UTF_8))
                    .as(migration.getFilename())
                    .doesNotContain("insert into signin.credential", "insert into identity.account");
        }
        var real = new Signin(accounts, making, facets, inside, false);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> real.demoPerson(
                        new Signin.DemoSignIn("x@example.org", PASSWORD, null, null), java.util.Locale.ENGLISH, "X")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Autowired
    Signin.Making making;

    @Autowired
    Signin.Facets facets;

    @Autowired
    Signin.Inside inside;

    @Test
    @Tag("E05")
    void after_the_password_every_address_leads_back_to_the_code() {
        half(browser);
        for (var path : List.of("/account", "/account/profile", "/account/security", "/drafts", "/filings/1")) {
            assertThat(browser.get(path).location()).as(path).isIn("/sign-in/code", "/es/sign-in/code");
        }
        for (var path : List.of("/sign-in/again", "/sign-in/again/code", "/sign-in/renewed", "/sign-in/next")) {
            assertThat(browser.get(path).location()).as(path).isIn("/sign-in/code", "/sign-in", "/sign-in/next");
        }
        assertThat(browser.post("/sign-in/again/code", "code", appCode()).location())
                .isEqualTo("/sign-in/code");
        assertThat(browser.get("/sign-up/terms").location()).isEqualTo("/sign-in/code");
    }

    @Test
    @Tag("L01")
    void every_step_of_getting_in_is_on_record_with_the_way_it_was_tried() {
        browser.get("/sign-in");
        tryPassword(browser, "Wrong one!");
        half(browser);
        browser.post("/sign-in/code", "with", wayTo("APP"), "code", "0000000");
        browser.post("/sign-in/code", "with", wayTo("APP"), "code", appCode());
        browser.get("/account/profile");
        browser.post("/sign-out");
        assertThat(recorded("what"))
                .contains(
                        "signin.password.wrong",
                        "signin.password.right",
                        "signin.code.sent",
                        "signin.code.wrong",
                        "signin.code.right",
                        "signin.signed-in",
                        "signin.signed-out");
        assertThat(recorded("facts::text")).anyMatch(facts -> facts.contains("APP"));
    }

    private List<String> recorded(String column) {
        return db.sql("select " + column
                        + " from audit.entry where subject = :account or facts ->> 'account' = :account")
                .param("account", account.toString())
                .query((row, n) -> row.getString(1))
                .list();
    }

    @Test
    @Tag("A57")
    void a_sign_in_through_a_copy_of_our_site_is_told_and_stops_before_what_matters() {
        enter(browser);
        var relay = Client.from("127.36.1.1", port);
        enter(relay);
        assertThat(post.subjects(email)).contains("New sign-in to your account");
        clock.advance(Duration.ofMinutes(6));
        assertThat(relay.get("/account/important").location()).startsWith("/sign-in/again");
    }

    @Test
    void try_another_way_is_on_every_page_that_asks_for_a_code() {
        half(browser);
        assertThat(browser.get("/sign-in/code").body()).contains("/sign-in/ways", "Try another way");
        assertThat(browser.get("/sign-in/backup").body()).contains("/sign-in/ways");
        assertThat(browser.get("/sign-in/ways").body()).contains("Backup code", "Text message", "Authenticator app");
    }

    private String hash() {
        return db.sql("select password_hash from signin.credential where account = :account")
                .param("account", account)
                .query(String.class)
                .single();
    }

    private void setHash(String hash) {
        db.sql("update signin.credential set password_hash = :hash where account = :account")
                .param("hash", hash)
                .param("account", account)
                .update();
    }

    @Test
    @Tag("S08")
    void an_account_that_is_gone_has_no_session_any_more() {
        enter(browser);
        assertThat(browser.get("/account/profile").status()).isEqualTo(200);
        db.sql("delete from identity.account where id = :account")
                .param("account", account)
                .update();
        assertThat(browser.get("/account/profile").location()).startsWith("/sign-in");
    }
}
