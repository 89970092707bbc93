package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.signin.Client;
import fairway.signin.TestCodes;
import fairway.signin.TestSecrets;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was reported as lost is no proof for somebody who lost the password, either. */
@Tag("R16")
class SuspendedTests extends Recovering {
    private static final String LOST = "/account/security/lost";

    @Test
    @Tag("R01")
    @Tag("R08")
    void neither_a_lost_app_nor_a_lost_backup_code_counts_and_the_answers_do_not_take_their_place() {
        var person = lost.whole();
        var app = way(person, "APP");
        report(person, "TEXT:" + way(person, "TEXT"), "APP:" + app, "BACKUP");
        lost.begun(browser, person.email());
        var tried = browser.post("/sign-in/forgot/prove/code", "with", app, "code", TestCodes.now(clock.instant()));
        assertThat(tried.status()).isEqualTo(404);
        assertThat(lost.backup(browser, person.backup()).location()).isNotEqualTo("/sign-in/forgot/prove/renewed");
        lost.answer(browser, TestSecrets.ANSWERS);
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(lost.enter(new Client(port), person.email(), Lost.OLD)).startsWith("/sign-in/code");
    }

    @Test
    void a_mailbox_that_others_may_read_gets_no_link_and_one_that_is_out_already_is_dead() {
        var person = lost.whole();
        var before = lost.asked(browser, person.email());
        report(person, "EMAIL:" + way(person, "EMAIL"));
        clock.advance(Duration.ofMinutes(2));
        assertThat(browser.get(before).location()
                        + browser.get("/sign-in/forgot/link").body())
                .doesNotContain("action=\"/sign-in/forgot/link\"");
        int links = links(person);
        browser.get("/sign-in/forgot");
        browser.post("/sign-in/forgot", "email", person.email());
        assertThat(links(person)).isEqualTo(links);
        assertThat(lost.asked(new Client(port), person.recovery())).startsWith("/sign-in/forgot/link/");
    }

    private int links(Lost.Person person) {
        return (int) lost.post().bodies(person.email()).stream()
                .filter(body -> body.contains("/sign-in/forgot/link/"))
                .count();
    }

    private void report(Lost.Person person, String... values) {
        var in = lost.signedIn(port, person);
        in.get(LOST);
        var fields = new String[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            fields[2 * i] = "lost";
            fields[2 * i + 1] = values[i];
        }
        assertThat(in.post(LOST, fields).location()).isEqualTo("/account/security?done=lost");
    }

    private String way(Lost.Person person, String kind) {
        return db.sql("select id::text from signin.authenticator where account = :id and way = :way")
                .param("id", person.id())
                .param("way", kind)
                .query(String.class)
                .single();
    }
}
