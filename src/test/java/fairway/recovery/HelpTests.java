package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.signin.Client;
import fairway.signin.Way;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Help is found where people are stuck, and what is half proven changes nothing. */
class HelpTests extends Recovering {
    @Test
    @Tag("R15")
    void every_page_of_getting_in_and_back_shows_where_to_get_help_and_that_works_signed_out() {
        var person = lost.whole();
        var signIn = browser.get("/sign-in").body();
        assertThat(signIn)
                .contains("href=\"/sign-in/forgot\"", "href=\"/sign-in/forgot-name\"", "href=\"/sign-in/lost\"");
        assertThat(browser.get("/es/sign-in").body()).contains("href=\"/es/sign-in/forgot\"");
        helps(
                browser,
                "/sign-in",
                "/sign-in/passkey",
                "/sign-in/forgot",
                "/sign-in/forgot/sent",
                "/sign-in/forgot-name",
                "/sign-in/forgot-name/sent",
                "/sign-in/lost",
                "/sign-in/forgot/done");
        lost.enter(browser, person.email(), Lost.OLD);
        helps(browser, "/sign-in/code", "/sign-in/ways", "/sign-in/backup");
        assertThat(browser.get("/sign-in/code").body()).contains("href=\"/sign-in/lost\"");
        var back = lost.begun(new Client(port), person.email());
        helps(
                back,
                "/sign-in/forgot/prove",
                "/sign-in/forgot/prove/questions",
                "/sign-in/forgot/prove/code?with=" + lost.way(person, Way.APP),
                "/sign-in/forgot/prove/backup",
                "/sign-in/forgot/prove/passkey",
                "/sign-in/forgot/lost");
        lost.app(back, person);
        helps(back, "/sign-in/forgot/password");
        assertThat(new Client(port).get("/help").status()).isEqualTo(200);
    }

    private static void helps(Client client, String... pages) {
        for (var page : pages) {
            var answer = client.get(page);
            assertThat(answer.status()).as(page).isEqualTo(200);
            assertThat(answer.body().replaceAll("(?s).*<main[^>]*>(.*)</main>.*", "$1"))
                    .as(page)
                    .contains("href=\"/help\"");
        }
    }

    @Test
    @Tag("R07")
    void who_has_shown_half_adds_no_way_in() {
        var person = lost.withPhone();
        var half = new Client(port);
        lost.enter(half, person.email(), Lost.OLD);
        half.get("/sign-in/code");
        var back = lost.begun(new Client(port), person.email());
        for (var client : List.of(half, back)) {
            assertThat(client.post("/account/security/codes", "way", "app", "name", "mine")
                            .location())
                    .startsWith("/sign-in");
            assertThat(client.post("/account/security/passkeys/add").location()).startsWith("/sign-in");
            assertThat(client.post("/account/security/recovery", "email", "mine@example.org")
                            .location())
                    .startsWith("/sign-in");
        }
        assertThat(lost.way(person, Way.APP)).isEmpty();
        assertThat(accounts.safety().recoveryAddress(person.id())).isEmpty();
    }
}
