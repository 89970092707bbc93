package fairway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.signin.Client;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

class PasskeyTests extends WithKeys {
    @Autowired
    Audit audit;

    @Test
    @Tag("W01")
    @Tag("R05")
    @Tag("S09")
    void a_passkey_is_added_named_told_and_ends_the_other_sessions() {
        var other = holders.browser(port, kim.account());
        assertThat(holders.add(browser, LIST, key, "My phone").location()).isEqualTo(LIST + "?done=added");
        assertThat(browser.get(LIST).body()).contains("My phone", "Only on one device or key");
        assertThat(other.get(LIST).location()).startsWith("/sign-in");
        assertThat(news("passkey_added")).isEqualTo(1);
        assertThat(acts()).contains("passkeys.added");
    }

    @Test
    @Tag("W01")
    void a_passkey_alone_is_a_whole_sign_in() {
        holders.add(browser, LIST, key, "My phone");
        var fresh = new Client(port);
        assertThat(fresh.get("/account/profile").location()).startsWith("/sign-in");
        assertThat(holders.enter(fresh, key).location()).isEqualTo("/account");
        assertThat(fresh.get("/account/profile").status()).isEqualTo(200);
        assertThat(fresh.get(LIST + "/add").status()).isEqualTo(200);
        assertThat(acts()).contains("passkeys.right", "signin.signed-in");
    }

    @Test
    @Tag("W01")
    void a_passkey_is_the_second_proof_after_the_password_and_offered_there() {
        holders.add(browser, LIST, key, "My phone");
        var fresh = new Client(port);
        fresh.get("/sign-in?to=%2Faccount%2Fprofile");
        fresh.post("/sign-in", "email", kim.email(), "password", Keyholder.PASSWORD, "to", "/account/profile");
        assertThat(fresh.get("/account/profile").location()).isEqualTo("/sign-in/code");
        assertThat(fresh.get("/sign-in/ways").body()).contains("Passkey or security key");
        assertThat(holders.enter(fresh, key).location()).isEqualTo("/account/profile");
        assertThat(fresh.get("/account/profile").status()).isEqualTo(200);
    }

    @Test
    @Tag("W05")
    @Tag("S02")
    void a_passkey_is_a_fresh_proof_for_five_minutes_under_a_new_cookie() {
        holders.add(browser, LIST, key, "My phone");
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.get(LIST + "/add").location()).startsWith("/sign-in/again");
        assertThat(browser.get("/sign-in/again?to=%2Faccount%2Fsecurity%2Fpasskeys%2Fadd")
                        .body())
                .contains("Use a passkey instead");
        var before = browser.cookies.get("__Host-session");
        assertThat(holders.enter(browser, key).location()).isEqualTo(LIST + "/add");
        assertThat(browser.cookies.get("__Host-session")).isNotEqualTo(before);
        assertThat(browser.get(LIST + "/add").status()).isEqualTo(200);
    }

    @Test
    void nobody_is_told_of_a_passkey_they_do_not_have() {
        var fresh = new Client(port);
        fresh.get("/sign-in");
        fresh.post("/sign-in", "email", kim.email(), "password", Keyholder.PASSWORD);
        assertThat(fresh.get("/sign-in/ways").body()).doesNotContain("Passkey or security key");
        assertThat(browser.get("/sign-in/again").body()).doesNotContain("Use a passkey instead");
    }

    @Test
    @Tag("W02")
    void a_question_has_256_random_bits_and_names_nobody() {
        holders.add(browser, LIST, key, "My phone");
        var seen = new HashSet<String>();
        for (int i = 0; i < 12; i++) {
            var options = JsonMapper.builder().build().readTree(holders.question(new Client(port), DOOR));
            assertThat(SoftKey.bytes(options.get("challenge").asString())).hasSize(32);
            assertThat(options.get("allowCredentials").isEmpty()).isTrue();
            assertThat(options.get("userVerification").asString()).isEqualTo("required");
            assertThat(options.get("rpId").asString()).isEqualTo("localhost");
            seen.add(options.get("challenge").asString());
        }
        assertThat(seen).hasSize(12);
    }

    @Test
    void a_handle_is_random_and_says_nothing() {
        holders.add(browser, LIST, key, "My phone");
        assertThat(key.handle).hasSize(32);
        assertThat(new String(key.handle, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(kim.email());
        var second = new SoftKey();
        holders.add(browser, LIST, second, "My key");
        assertThat(second.handle).isEqualTo(key.handle);
    }

    @Test
    void a_passkey_is_renamed_and_removed() {
        holders.add(browser, LIST, key, "My phone");
        var id = passkeys.of(kim.account()).getFirst().id();
        browser.get(LIST + "/" + id);
        assertThat(browser.post(LIST + "/" + id, "label", " ").body()).contains("Enter a name");
        assertThat(browser.post(LIST + "/" + id, "label", "x".repeat(61)).body())
                .contains("60 characters");
        assertThat(browser.post(LIST + "/" + id, "label", "<b>Tía</b>").location())
                .isEqualTo(LIST + "?done=renamed");
        assertThat(browser.get(LIST).body()).contains("&lt;b&gt;Tía&lt;/b&gt;");
        assertThat(browser.post(LIST + "/" + id + "/remove").location()).isEqualTo(LIST + "?done=removed");
        assertThat(news("passkey_removed")).isEqualTo(1);
        assertThat(passkeys.any(kim.account())).isFalse();
        var fresh = new Client(port);
        assertThat(holders.enter(fresh, key).body()).contains("does not open the account");
        assertThat(fresh.get("/account/profile").location()).startsWith("/sign-in");
    }

    @Test
    void a_name_is_sealed_and_what_was_removed_stays_on_record() {
        holders.add(browser, LIST, key, "My secret phone");
        var id = passkeys.of(kim.account()).getFirst().id();
        var stored = db.sql("select encode(label, 'escape') from passkeys.passkey where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("secret");
        browser.get(LIST + "/" + id);
        browser.post(LIST + "/" + id + "/remove");
        assertThat(db.sql("select count(*) from passkeys.passkey where id = :id and removed_at is not null")
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ten_are_enough() {
        for (int i = 0; i < 10; i++) {
            holders.add(browser, LIST, new SoftKey(), "Key " + i);
        }
        assertThat(browser.get(LIST).body()).contains("as many passkeys as an account can have");
        holders.add(browser, LIST, new SoftKey(), "Key 11");
        assertThat(passkeys.of(kim.account())).hasSize(10);
    }

    @Test
    @Tag("W04")
    void flags_are_kept_and_no_passkey_counts_for_more_than_level_two() {
        key.flags |= SoftKey.BACKUP_ELIGIBLE | SoftKey.BACKED_UP;
        holders.add(browser, LIST, key, "Synced");
        var flags = passkeys.of(kim.account()).getFirst().flags();
        assertThat(flags).isEqualTo(new Passkey.Flags(true, true, true));
        assertThat(flags.assurance()).isEqualTo(2);
        assertThat(new Passkey.Flags(true, false, false).assurance()).isEqualTo(2);
        assertThat(new Passkey.Flags(false, true, true).assurance()).isEqualTo(1);
        assertThat(browser.get(LIST).body()).contains("May be on several of your devices");
    }

    @Test
    @Tag("E08")
    void an_officers_passkey_opens_the_desk_and_a_persons_does_not() {
        var officer = holders.officer();
        var desk = holders.browser(port, officer.account());
        var own = new SoftKey();
        holders.add(desk, "/desk/security/passkeys", own, "Badge");
        var fresh = new Client(port);
        var question = holders.question(fresh, "/desk/sign-in/passkey");
        assertThat(fresh.post("/desk/sign-in/passkey", "credential", own.answer(question))
                        .location())
                .isEqualTo("/desk");
        assertThat(fresh.get("/desk/security/passkeys").status()).isEqualTo(200);
        assertThat(holders.enter(new Client(port), own).body()).contains("does not open the account");
        holders.add(browser, LIST, key, "My phone");
        var stranger = new Client(port);
        var asked = holders.question(stranger, "/desk/sign-in/passkey");
        assertThat(stranger.post("/desk/sign-in/passkey", "credential", key.answer(asked))
                        .body())
                .contains("does not open the account");
    }

    @Test
    void a_page_of_somebody_elses_key_is_missing() {
        holders.add(browser, LIST, key, "My phone");
        var id = passkeys.of(kim.account()).getFirst().id();
        var other = holders.browser(port, holders.person(Locale.ENGLISH).account());
        other.get(LIST);
        assertThat(other.get(LIST + "/" + id).status()).isEqualTo(404);
        assertThat(other.post(LIST + "/" + id, "label", "Mine").status()).isEqualTo(404);
        assertThat(other.post(LIST + "/" + id + "/remove").status()).isEqualTo(404);
        assertThat(other.get(LIST + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(passkeys.any(kim.account())).isTrue();
    }

    private int news(String what) {
        return db.sql("select count(*) from delivery.message where account = :account and dedupe like :cause")
                .param("account", kim.account())
                .param("cause", "settings.news/%/" + what + "/%")
                .query(Integer.class)
                .single();
    }

    private java.util.List<String> acts() {
        return audit.about(Subject.of("account", kim.account())).stream()
                .map(entry -> entry.act().what())
                .toList();
    }
}
