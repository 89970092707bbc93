package fairway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.signin.Client;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R16")
class LostKeyTests extends WithKeys {
    private static final String LOST = "/account/security/lost";

    @Test
    void a_passkey_that_was_lost_opens_nothing() {
        holders.add(browser, LIST, key, "Key ring");
        browser.get(LOST);
        assertThat(browser.post(LOST, "lost", "PASSKEY:" + id()).location()).isEqualTo("/account/security?done=lost");
        assertThat(browser.get(LIST).body()).contains("Reported as lost");
        assertThat(holders.enter(new Client(port), key).location()).isEmpty();
    }

    /** Without a way to codes the password alone must still open nothing, and not even lead into the set-up. */
    @Test
    void who_has_nothing_but_a_passkey_left_gets_in_with_it_and_cannot_lose_that_too() {
        holders.add(browser, LIST, key, "Key ring");
        browser.get(LOST);
        var email = db.sql("select id::text from signin.authenticator where account = :id")
                .param("id", kim.account())
                .query(String.class)
                .single();
        assertThat(browser.post(LOST, "lost", "EMAIL:" + email).location()).isEqualTo("/account/security?done=lost");
        clock.advance(Duration.ofMinutes(2));
        var next = new Client(port);
        next.get("/sign-in");
        assertThat(next.post("/sign-in", "email", kim.email(), "password", Keyholder.PASSWORD)
                        .location())
                .isEqualTo("/sign-in/ways");
        assertThat(next.get("/sign-in/ways").body()).contains("Use a passkey").doesNotContain("Send an e-mail");
        assertThat(next.get("/sign-in/code").location()).isEqualTo("/sign-in/ways");
        assertThat(next.get("/account").location()).isEqualTo("/sign-in/code");
        assertThat(next.get("/sign-up/methods").status()).isEqualTo(303);
        var in = new Client(port);
        assertThat(holders.enter(in, key).status()).isEqualTo(303);
        in.get(LOST);
        assertThat(in.post(LOST, "lost", "PASSKEY:" + id()).body()).contains("Nothing would be left");
    }

    private String id() {
        return db.sql("select id::text from passkeys.passkey where account = :id")
                .param("id", kim.account())
                .query(String.class)
                .single();
    }
}
