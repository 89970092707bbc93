package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.TestStatements;
import fairway.identity.EmailAddress;
import fairway.passwords.TestHashes;
import fairway.signin.Client;
import fairway.signin.TestSecrets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class LinkTests extends Recovering {
    @Autowired
    TestStatements statements;

    @Autowired
    TestHashes hashes;

    @Test
    @Tag("A15")
    @Tag("A16")
    @Tag("H07")
    void a_link_is_used_by_a_press_once_and_leaves_the_address_bar_before_any_page() {
        var person = lost.whole();
        var link = lost.asked(browser, person.email());
        for (int scan = 0; scan < 3; scan++) {
            assertThat(new Client(port).get(link).location()).isEqualTo("/sign-in/forgot/link");
        }
        browser.get(link);
        assertThat(browser.get("/sign-in/forgot/link").body()).doesNotContain(link);
        assertThat(browser.post("/sign-in/forgot/link").location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(new Client(port).get(link).body()).contains("does not work any more");
        assertThat(browser.get(link).body()).contains("does not work any more");
        assertThat(browser.get("/sign-in/forgot/prove").status()).isEqualTo(200);
        assertThat(new Client(port).get("/sign-in/forgot/prove").location()).isEqualTo("/sign-in/forgot");
        var token = link.substring(link.lastIndexOf('/') + 1);
        assertThat(token).hasSize(22);
        assertThat(db.sql("select count(*) from recovery.attempt where encode(link_digest, 'escape') like :token")
                        .param("token", "%" + token + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Tag("A15")
    @Tag("R03")
    void a_link_works_for_thirty_minutes_and_what_it_began_for_thirty_more() {
        var person = lost.whole();
        var link = lost.asked(browser, person.email());
        clock.advance(Duration.ofMinutes(29).plusSeconds(59));
        assertThat(browser.get(link).location()).isEqualTo("/sign-in/forgot/link");
        browser.get("/sign-in/forgot/link");
        clock.advance(Duration.ofSeconds(1));
        assertThat(browser.post("/sign-in/forgot/link").body()).contains("does not work any more");
        var late = lost.begun(new Client(port), person.email());
        lost.app(late, person);
        clock.advance(Duration.ofMinutes(30));
        assertThat(lost.choose(late, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/prove");
        assertThat(late.get("/sign-in/forgot/prove").location()).isEqualTo("/sign-in/forgot");
    }

    @Test
    @Tag("A15")
    @Tag("A44")
    void a_change_of_address_or_password_an_alarm_and_a_return_kill_the_links_that_are_out() {
        var person = lost.whole();
        var link = lost.asked(new Client(port), person.email());
        assertThat(accounts.safety().move(person.id(), new EmailAddress("new." + person.email())))
                .isTrue();
        assertThat(browser.get(link).body()).contains("does not work any more");
        assertThat(accounts.safety().move(person.id(), new EmailAddress(person.email())))
                .isTrue();

        link = lost.asked(new Client(port), person.email());
        var owner = lost.signedIn(port, person);
        owner.get("/account/security/not-me");
        owner.post("/account/security/not-me");
        assertThat(browser.get(link).body()).contains("does not work any more");

        link = lost.asked(new Client(port), person.email());
        lost.begun(browser, person.email());
        lost.app(browser, person);
        assertThat(lost.choose(browser, Lost.FRESH).location()).isEqualTo("/sign-in/forgot/done");
        assertThat(new Client(port).get(link).body()).contains("does not work any more");
    }

    @Test
    @Tag("A15")
    void of_fifty_uses_of_one_link_at_once_one_succeeds() throws Exception {
        var person = lost.whole();
        browser.get(lost.asked(browser, person.email()));
        browser.get("/sign-in/forgot/link");
        var answers = atOnce(browser, copy -> copy.post("/sign-in/forgot/link"));
        assertThat(answers.stream().filter(answer -> answer.status() == 303)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.body().contains("does not work any more")))
                .hasSize(49);
    }

    @Test
    @Tag("A44")
    void of_fifty_new_passwords_at_once_one_is_taken() throws Exception {
        var person = lost.mailOnly();
        lost.begun(browser, person.email());
        lost.answer(browser, TestSecrets.ANSWERS);
        browser.get("/sign-in/forgot/password");
        var answers = atOnce(
                browser,
                copy -> copy.post("/sign-in/forgot/password", "password", Lost.FRESH, "again_password", Lost.FRESH));
        assertThat(answers.stream().filter(answer -> answer.location().startsWith("/sign-in/forgot/done")))
                .hasSize(1);
        assertThat(lost.post().subjects(person.email()).stream().filter("A new password was set"::equals))
                .hasSize(1);
    }

    @Test
    @Tag("E01")
    @Tag("A12")
    @Tag("A13")
    void asking_for_a_password_or_a_user_name_is_the_same_work_for_every_address() {
        var known = lost.mailOnly().email();
        var nobody = "nobody." + UUID.randomUUID() + "@example.org";
        seen("warm." + nobody, "/sign-in/forgot");
        for (var path : List.of("/sign-in/forgot", "/sign-in/forgot-name")) {
            for (int time = 0; time < 2; time++) {
                var one = seen(known, path);
                var other = seen(nobody, path);
                assertThat(other).as(path).isEqualTo(one);
                assertThat(one.answer().location()).isEqualTo(path + "/sent");
            }
        }
    }

    private record Seen(Client.Answer answer, List<String> statements, long hashes, long messages) {}

    private Seen seen(String address, String path) {
        var client = new Client(port);
        client.get(path);
        Function<Client, Client.Answer> act = asking -> asking.post(path, "email", address);
        statements.take();
        long hashed = hashes.asked();
        long sent = db.sql("select count(*) from delivery.message")
                .query(Long.class)
                .single();
        statements.take();
        var answer = act.apply(client);
        var heard = statements.take();
        long after = db.sql("select count(*) from delivery.message")
                .query(Long.class)
                .single();
        return new Seen(answer, heard, hashes.asked() - hashed, after - sent);
    }

    @Test
    @Tag("A45")
    void one_address_is_written_to_five_times_an_hour_at_most_and_the_page_says_the_same() {
        var person = lost.mailOnly();
        for (int i = 0; i < 9; i++) {
            clock.advance(Duration.ofSeconds(61));
            browser.get("/sign-in/forgot");
            assertThat(browser.post("/sign-in/forgot", "email", person.email()).location())
                    .isEqualTo("/sign-in/forgot/sent");
        }
        assertThat(lost.post().subjects(person.email()).stream().filter("Choose a new password"::equals))
                .hasSize(5);
    }

    @Test
    @Tag("E01")
    void a_lost_user_name_goes_to_confirmed_addresses_only_with_four_digits_of_the_number() {
        var person = lost.whole();
        var nobody = "nobody." + UUID.randomUUID() + "@example.org";
        for (var address : List.of(person.email(), person.recovery(), nobody)) {
            clock.advance(Duration.ofMinutes(2));
            browser.get("/sign-in/forgot-name");
            assertThat(browser.post("/sign-in/forgot-name", "email", address).location())
                    .isEqualTo("/sign-in/forgot-name/sent");
        }
        var number = accounts.find(person.id()).orElseThrow().number();
        for (var address : List.of(person.email(), person.recovery())) {
            assertThat(lost.post().bodies(address))
                    .anyMatch(body -> body.contains(person.email())
                            && body.contains(number.lastFour())
                            && !body.contains(number.value())
                            && !body.contains(number.grouped()));
        }
        assertThat(lost.post().bodies(nobody)).isEmpty();
        assertThat(browser.post("/sign-in/forgot-name", "email", "not an address")
                        .body())
                .contains("Enter an e-mail address");
    }
}
