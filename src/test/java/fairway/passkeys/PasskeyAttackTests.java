package fairway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.Accounts;
import fairway.identity.Safety;
import fairway.signin.Client;
import fairway.signin.TestSignIn;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Tag("A56")
class PasskeyAttackTests extends WithKeys {
    private static final String REFUSED = "does not open the account";

    @Autowired
    Accounts accounts;

    @Autowired
    TestSignIn signIn;

    @BeforeEach
    void withAKey() {
        holders.add(browser, LIST, key, "My phone");
    }

    @Test
    @Tag("W03")
    @Tag("A57")
    void an_answer_given_to_another_site_is_refused() {
        for (var origin : List.of(
                "https://fairway.example.net",
                "http://localhost:8081",
                "https://localhost:8080",
                "http://evil.localhost:8080")) {
            key.origin = origin;
            assertRefused(holders.enter(new Client(port), key));
        }
        key.origin = "http://localhost:8080";
        key.rpId = "example.net";
        assertRefused(holders.enter(new Client(port), key));
    }

    @Test
    @Tag("A41")
    void questions_are_asked_only_so_often_from_one_place() {
        var stranger = new Client(port);
        stranger.get(DOOR);
        for (int i = 0; i < 20; i++) {
            assertThat(stranger.post(DOOR + "/options").status()).isEqualTo(200);
        }
        var refused = stranger.post(DOOR + "/options");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isNotEmpty();
        assertThat(browser.post("/sign-in/passkey/options").status())
                .as("who is signed in asks on")
                .isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        assertThat(stranger.post(DOOR + "/options").status()).isEqualTo(200);
    }

    @Test
    @Tag("W02")
    void an_answer_counts_once_also_for_many_at_once() throws Exception {
        var fresh = new Client(port);
        var answer = key.answer(holders.question(fresh, DOOR));
        Callable<Client.Answer> post = () -> fresh.copy().post(DOOR, "credential", answer);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(java.util.Collections.nCopies(16, post));
            int in = 0;
            for (var one : answers) {
                in += one.get().location().equals("/account") ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
        assertRefused(fresh.post(DOOR, "credential", answer));
    }

    @Test
    @Tag("W02")
    void an_answer_in_another_browser_for_another_purpose_or_too_late_is_refused() {
        var asked = new Client(port);
        var question = holders.question(asked, DOOR);
        var stranger = new Client(port);
        holders.question(stranger, DOOR);
        assertRefused(stranger.post(DOOR, "credential", key.answer(question)));
        assertRefused(unasked(question));

        browser.get(LIST + "/add");
        var registering = browser.post(LIST + "/add/options").body();
        assertRefused(asked.post(DOOR, "credential", key.answer(registering)));

        var late = new Client(port);
        var old = holders.question(late, DOOR);
        clock.advance(Duration.ofSeconds(301));
        assertRefused(late.post(DOOR, "credential", key.answer(old)));
    }

    @Test
    void a_copied_key_is_found_by_its_counter_stopped_and_told() {
        key.counter = 40;
        assertThat(holders.enter(new Client(port), key).location()).isEqualTo("/account");
        key.counter = 20;
        assertRefused(holders.enter(new Client(port), key));
        assertThat(passkeys.of(kim.account()).getFirst().suspended()).isTrue();
        assertThat(passkeys.any(kim.account())).isFalse();
        key.counter = 90;
        assertRefused(holders.enter(new Client(port), key));
        assertThat(db.sql(
                                "select count(*) from delivery.message where account = ? and dedupe like '%/passkey_suspended/%'")
                        .param(kim.account())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.get(LIST).body()).contains("does not work any more");
    }

    @Test
    void a_key_of_somebody_else_proves_nothing_here() {
        var thief = holders.person(Locale.ENGLISH);
        var own = new SoftKey();
        var thiefs = holders.browser(port, thief.account());
        holders.add(thiefs, LIST, own, "Mine");

        var half = new Client(port);
        half.get("/sign-in");
        half.post("/sign-in", "email", kim.email(), "password", Keyholder.PASSWORD);
        assertRefused(holders.enter(half, own));
        assertThat(half.get("/account/profile").location()).isEqualTo("/sign-in/code");

        var fresh = new Client(port);
        assertRefused(fresh.post(DOOR, "credential", own.answer(holders.question(fresh, DOOR), key.handle)));
        var forged = new SoftKey();
        System.arraycopy(key.id, 0, forged.id, 0, key.id.length);
        assertRefused(fresh.post(DOOR, "credential", forged.answer(holders.question(fresh, DOOR), key.handle)));
        assertThat(fresh.get("/account/profile").location()).startsWith("/sign-in");
    }

    @Test
    void a_key_that_belongs_to_somebody_is_not_added_again() {
        var thief = holders.person(Locale.ENGLISH);
        var copy = new SoftKey();
        System.arraycopy(key.id, 0, copy.id, 0, key.id.length);
        var thiefs = holders.browser(port, thief.account());
        assertThat(holders.add(thiefs, LIST, copy, "Copy").body()).contains("was not added");
        assertThat(passkeys.any(thief.account())).isFalse();
    }

    @Test
    void an_authenticator_that_has_not_checked_its_holder_is_refused() {
        key.flags = SoftKey.PRESENT;
        assertRefused(holders.enter(new Client(port), key));
        var careless = new SoftKey();
        careless.flags = SoftKey.PRESENT;
        assertThat(holders.add(browser, LIST, careless, "Careless").body()).contains("was not added");
        key.flags = SoftKey.VERIFIED;
        assertRefused(holders.enter(new Client(port), key));
    }

    @Test
    @Tag("W05")
    @Tag("S10")
    void an_old_or_stolen_session_neither_adds_nor_removes() {
        browser.get(LIST);
        var id = passkeys.of(kim.account()).getFirst().id();
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.get(LIST + "/add").location()).startsWith("/sign-in/again");
        assertThat(browser.post(LIST + "/add/options").location()).startsWith("/sign-in/again");
        assertThat(browser.post(LIST + "/add", "credential", "{}").location()).startsWith("/sign-in/again");
        assertThat(browser.post(LIST + "/" + id + "/remove").location()).startsWith("/sign-in/again");
        assertThat(passkeys.of(kim.account())).hasSize(1);
    }

    @Test
    @Tag("A58")
    void nothing_is_added_or_removed_while_changes_of_the_account_are_stopped() {
        browser.get(LIST + "/add");
        var question = browser.post(LIST + "/add/options").body();
        var id = passkeys.of(kim.account()).getFirst().id();
        accounts.safety().hold(kim.account(), clock.instant().plus(Duration.ofHours(1)), Safety.Reason.NOT_ME);
        var own = new SoftKey();
        assertThat(browser.post(LIST + "/add", "credential", own.register(question))
                        .location())
                .isEqualTo("/account/security/stopped");
        assertThat(browser.post(LIST + "/" + id + "/remove").location()).isEqualTo("/account/security/stopped");
        assertThat(passkeys.of(kim.account())).hasSize(1);
        assertThat(holders.enter(new Client(port), key).location()).isEqualTo("/account");
    }

    @Test
    @Tag("W05")
    void the_frameworks_own_endpoints_do_not_exist() throws Exception {
        var person = signIn.again(kim.account());
        try (var http = HttpClient.newHttpClient()) {
            for (var request : List.of(
                    "DELETE /webauthn/register/abc",
                    "POST /webauthn/register",
                    "POST /webauthn/register/options",
                    "POST /webauthn/authenticate/options",
                    "POST /login/webauthn",
                    "GET /webauthn/register",
                    "GET /login/webauthn.js")) {
                var parts = request.split(" ", 2);
                var answer = http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + parts[1]))
                                .header("Cookie", person.cookies())
                                .header("X-XSRF-TOKEN", person.csrf())
                                .method(parts[0], HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(request).isIn(403, 404);
            }
        }
        assertThat(passkeys.any(kim.account())).isTrue();
    }

    @Test
    @Tag("W05")
    void the_last_way_beside_the_password_is_not_removed() {
        var alone = signIn.person();
        var only = new Client(port);
        only.cookies.put(alone.cookieName(), alone.cookieValue());
        holders.add(only, LIST, new SoftKey(), "Only one");
        var id = passkeys.of(alone.account()).getFirst().id();
        only.get(LIST + "/" + id);
        assertThat(only.post(LIST + "/" + id + "/remove").body()).contains("only way to open your account");
        holders.add(only, LIST, new SoftKey(), "Second");
        only.get(LIST + "/" + id);
        assertThat(only.post(LIST + "/" + id + "/remove").location()).endsWith("done=removed");
    }

    @Test
    @Tag("A35")
    void nonsense_is_refused_like_anything_else() {
        var fresh = new Client(port);
        for (var nonsense : List.of(
                "",
                "{}",
                "[]",
                "null",
                "7",
                "{\"id\":7}",
                "{".repeat(2000),
                "{\"id\":\"\",\"rawId\":\"\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"e30\","
                        + "\"authenticatorData\":\"AA\",\"signature\":\"AA\"},\"clientExtensionResults\":{}}",
                "x".repeat(60_000))) {
            holders.question(fresh, DOOR);
            assertRefused(fresh.post(DOOR, "credential", nonsense));
            browser.get(LIST + "/add");
            assertThat(browser.post(LIST + "/add", "credential", nonsense).body())
                    .contains("was not added");
        }
    }

    private Client.Answer unasked(String question) {
        var fresh = new Client(port);
        fresh.get(DOOR);
        return fresh.post(DOOR, "credential", key.answer(question));
    }

    private void assertRefused(Client.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains(REFUSED);
    }
}
