package fairway.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.signin.Client;
import fairway.signin.Post;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A passkey in place of the lost password’s other proofs. */
@FairwayTest
class PasskeyRecoveryTests {
    private static final String FRESH = "La luna sale tarde, siempre.";
    private static final String DOOR = "/sign-in/forgot/prove/passkey";

    @LocalServerPort
    int port;

    @Autowired
    Keyholder keyholder;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    Keyholder.Holder holder;
    SoftKey key;

    @BeforeEach
    void owner() {
        clock.advance(Duration.ofMinutes(20));
        holder = keyholder.person(Locale.ENGLISH);
        key = new SoftKey();
        keyholder.add(keyholder.browser(port, holder.account()), Keyholder.LIST, key, "Phone");
    }

    private Client begun() {
        clock.advance(Duration.ofMinutes(2));
        var browser = new Client(port);
        browser.get("/sign-in/forgot");
        browser.post("/sign-in/forgot", "email", holder.email());
        browser.get(new Post(db, jobs).link(holder.email()));
        browser.get("/sign-in/forgot/link");
        browser.post("/sign-in/forgot/link");
        return browser;
    }

    @Test
    @Tag("R01")
    @Tag("R09")
    void a_passkey_opens_the_page_for_a_new_password_and_signs_nobody_in() {
        var browser = begun();
        var answer = browser.post(DOOR, "credential", key.answer(keyholder.question(browser, DOOR)));
        assertThat(answer.location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(browser.get("/account").location()).startsWith("/sign-in");
        browser.get("/sign-in/forgot/password");
        assertThat(browser.post("/sign-in/forgot/password", "password", FRESH, "again_password", FRESH)
                        .location())
                .isEqualTo("/sign-in/forgot/done");
    }

    @Test
    @Tag("A56")
    void somebody_elses_passkey_and_an_answer_to_another_question_prove_nothing() {
        var thief = keyholder.person(Locale.ENGLISH);
        var theirs = new SoftKey();
        keyholder.add(keyholder.browser(port, thief.account()), Keyholder.LIST, theirs, "Theirs");
        var browser = begun();
        var question = keyholder.question(browser, DOOR);
        assertThat(browser.post(DOOR, "credential", theirs.answer(question)).status())
                .isEqualTo(200);
        var elsewhere = keyholder.question(browser, "/sign-in/passkey");
        browser.get(DOOR);
        assertThat(browser.post(DOOR, "credential", key.answer(elsewhere)).status())
                .isEqualTo(200);
        var right = keyholder.question(browser, DOOR);
        browser.get("/sign-in/passkey");
        assertThat(browser.post("/sign-in/passkey", "credential", key.answer(right))
                        .status())
                .isEqualTo(200);
        assertThat(browser.get("/sign-in/forgot/password").location()).isEqualTo("/sign-in/forgot/prove");
    }
}
