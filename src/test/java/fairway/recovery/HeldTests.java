package fairway.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fairway.identity.EmailAddress;
import fairway.promises.Promises;
import fairway.signin.Client;
import fairway.signin.TestSecrets;
import fairway.signin.Token;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who lost everything waits, and everybody who belongs to the account may stop it. */
class HeldTests extends Recovering {
    @Autowired
    Recovery recovery;

    @Autowired
    Promises promises;

    private String waiting(Client browser, String address) {
        lost.begun(browser, address);
        browser.get("/sign-in/forgot/lost");
        return browser.post("/sign-in/forgot/lost").location();
    }

    private boolean promised(UUID account) {
        return promises.openOf(account).stream().anyMatch(one -> one.kind().equals(Waiting.PROMISE));
    }

    private String finish(String address) {
        return lost.link(address, "/sign-in/recovery/finish/");
    }

    /** Through the wizard with codes by mail. */
    private void setUp(Client client, String address) {
        assertThat(client.get("/sign-up/next").location()).isEqualTo("/sign-up/methods");
        client.get("/sign-up/methods");
        client.post("/sign-up/methods", "ways", "email");
        client.get("/sign-up/code");
        client.post("/sign-up/code", "code", lost.post().code(address));
        client.get("/sign-up/backup");
        client.post("/sign-up/backup", "kept", "yes");
        client.get("/sign-up/questions");
        var answers = TestSecrets.ANSWERS;
        var last = client.post(
                "/sign-up/questions",
                "question1",
                "shop",
                "answer1",
                answers.get(0),
                "question2",
                "sport",
                "answer2",
                answers.get(1),
                "question3",
                "smell",
                "answer3",
                answers.get(2),
                "question4",
                "game",
                "answer4",
                answers.get(3),
                "question5",
                "tree",
                "answer5",
                answers.get(4));
        assertThat(last.location())
                .as("what the account is for is known already")
                .isEqualTo("/sign-up/done");
        assertThat(client.get("/sign-up/done").body())
                .contains("You are back in your account", "the same number and the same cases");
    }

    @Test
    @Tag("R05")
    @Tag("R10")
    @Tag("R14")
    void after_three_days_under_everybodys_eyes_the_same_account_gets_new_ways_in_and_the_old_ones_are_dead() {
        var person = lost.whole();
        var number = accounts.find(person.id()).orElseThrow().number();
        var before = lost.signedIn(port, person);
        var status = waiting(browser, person.recovery());
        assertThat(status).startsWith("/sign-in/recovery/");
        assertThat(new Client(port).get(status).body()).contains("The request is waiting");
        assertThat(lost.post().subjects(person.email())).contains("Somebody asked to get back into your account");
        assertThat(lost.post().subjects(person.recovery())).contains("Your request to get back into your account");
        assertThat(lost.link(person.phone(), "/sign-in/recovery/cancel/")).isNotEmpty();
        assertThat(promised(person.id())).isTrue();
        clock.advance(Duration.ofHours(71));
        jobs.runDue();
        assertThat(lost.post().subjects(person.recovery())).doesNotContain("You can get back into your account");
        clock.advance(Duration.ofHours(2));
        jobs.runDue();
        assertThat(promised(person.id())).isFalse();
        assertThat(new Client(port).get(status).body()).contains("The wait is over");
        var owner = new Client(port);
        assertThat(owner.get(finish(person.recovery())).location()).isEqualTo("/sign-in/recovery/finish");
        owner.get("/sign-in/recovery/finish");
        var done = owner.post("/sign-in/recovery/finish", "password", Lost.FRESH, "again_password", Lost.FRESH);
        assertThat(done.location()).isEqualTo("/sign-up/next");
        assertThat(before.get("/account").location()).startsWith("/sign-in");
        setUp(owner, person.recovery());
        assertThat(owner.get("/account").status()).isEqualTo(200);
        var account = accounts.find(person.id()).orElseThrow();
        assertThat(account.number()).isEqualTo(number);
        assertThat(account.email()).isEqualTo(person.recovery());
        assertThat(lost.enter(new Client(port), person.email(), Lost.FRESH)).contains("not right");
        assertThat(lost.enter(new Client(port), person.recovery(), Lost.OLD)).contains("not right");
        assertThat(lost.enter(new Client(port), person.recovery(), Lost.FRESH)).startsWith("/sign-in/code");
        for (var address : List.of(person.email(), person.recovery())) {
            assertThat(lost.post().subjects(address)).contains("Your account is being set up again");
        }
        assertThat(db.sql("""
                select count(*) from signin.authenticator
                where account = :id and removed_at is not null and bound_at is not null and way in ('TEXT', 'APP')
                """).param("id", person.id()).query(Long.class).single())
                .as("ways that were ever bound stay on record")
                .isEqualTo(2);
        assertThat(new Client(port).get(status).body()).contains("This request is finished");
    }

    @Test
    @Tag("A58")
    @Tag("A44")
    void whoever_is_told_can_stop_it_also_in_the_last_minute_and_every_link_is_dead_then() {
        var person = lost.whole();
        var status = waiting(browser, person.email());
        var cancel = lost.link(person.phone(), "/sign-in/recovery/cancel/");
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        var finish = finish(person.email());
        var owner = new Client(port);
        owner.get(cancel);
        owner.get(cancel);
        assertThat(new Client(port).get(finish).location()).isEqualTo("/sign-in/recovery/finish");
        assertThat(owner.post(cancel).body()).contains("The request is stopped");
        assertThat(new Client(port).get(finish).body()).contains("does not work any more");
        assertThat(new Client(port).get(status).body()).contains("This request was stopped");
        assertThat(owner.get(cancel).body()).contains("does not stop anything any more", "href=\"/help/request\"");
        assertThat(promised(person.id())).isFalse();
        assertThat(lost.post().subjects(person.recovery()))
                .contains("The request to get into your account was stopped");
        assertThat(lost.enter(new Client(port), person.email(), Lost.OLD)).startsWith("/sign-in/code");
    }

    @Test
    void the_asker_sees_where_it_stands_stops_it_and_has_the_link_sent_again() {
        var person = lost.whole();
        var status = waiting(browser, person.recovery());
        assertThat(waiting(new Client(port), person.email())).isEmpty();
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        var first = finish(person.recovery());
        clock.advance(Duration.ofHours(25));
        assertThat(new Client(port).get(first).body()).contains("does not work any more");
        browser.get(status);
        assertThat(browser.post(status, "act", "send").location()).isEqualTo(status);
        var second = finish(person.recovery());
        assertThat(second).isNotEqualTo(first);
        assertThat(new Client(port).get(second).location()).isEqualTo("/sign-in/recovery/finish");
        browser.get(status);
        browser.post(status, "act", "cancel");
        assertThat(browser.get(status).body()).contains("This request was stopped");
    }

    @Test
    void a_wait_nobody_uses_lapses_and_may_begin_again() {
        var person = lost.mailOnly();
        var status = waiting(browser, person.email());
        clock.advance(Duration.ofDays(4));
        jobs.runDue();
        clock.advance(Duration.ofDays(14));
        jobs.runDue();
        assertThat(browser.get(status).body()).contains("has ended");
        assertThat(waiting(new Client(port), person.email())).startsWith("/sign-in/recovery/");
    }

    @Test
    @Tag("A44")
    void of_fifty_finishes_at_once_one_is_taken_and_the_alarm_stops_what_waits() throws Exception {
        var person = lost.whole();
        waiting(browser, person.email());
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        browser.get(finish(person.email()));
        browser.get("/sign-in/recovery/finish");
        var answers = atOnce(
                browser,
                copy -> copy.post("/sign-in/recovery/finish", "password", Lost.FRESH, "again_password", Lost.FRESH));
        assertThat(answers.stream().filter(answer -> answer.location().equals("/sign-up/next")))
                .hasSize(1);
        var other = lost.whole();
        var status = waiting(new Client(port), other.email());
        var owner = lost.signedIn(port, other);
        owner.get("/account/security/not-me");
        owner.post("/account/security/not-me");
        assertThat(browser.get(status).body()).contains("This request was stopped");
    }

    @Test
    @Tag("R10")
    @Tag("A58")
    void the_help_desk_begins_the_same_wait_for_a_new_address_and_the_old_ones_can_stop_it() {
        var person = lost.whole();
        var fresh = new EmailAddress("fresh." + UUID.randomUUID() + "@example.org");
        var id = recovery.assisted(person.id(), fresh, Locale.of("es"), "two-proofs");
        assertThat(recovery.status(id).state()).isEqualTo(Recovery.State.HELD);
        assertThat(lost.post().subjects(fresh.value())).contains("Su solicitud para volver a su cuenta");
        for (var address : List.of(person.email(), person.recovery())) {
            assertThat(lost.link(address, "/sign-in/recovery/cancel/")).isNotEmpty();
        }
        var again = recovery.assisted(person.id(), fresh, Locale.ENGLISH, "two-proofs");
        assertThat(recovery.status(id).state()).isEqualTo(Recovery.State.CANCELLED);
        clock.advance(Duration.ofHours(73));
        jobs.runDue();
        assertThat(recovery.status(again).state()).isEqualTo(Recovery.State.READY);
        var owner = new Client(port);
        owner.get(finish(fresh.value()));
        owner.get("/sign-in/recovery/finish");
        owner.post("/sign-in/recovery/finish", "password", Lost.FRESH, "again_password", Lost.FRESH);
        setUp(owner, fresh.value());
        assertThat(accounts.find(person.id()).orElseThrow().email()).isEqualTo(fresh.value());
        assertThat(recovery.status(again).state()).isEqualTo(Recovery.State.DONE);
        assertThat(recovery.cancel(again)).isFalse();
        var taken = new EmailAddress(lost.mailOnly().email());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recovery.assisted(person.id(), taken, Locale.ENGLISH, "two-proofs"));
    }

    @Test
    @Tag("R11")
    void nobody_at_the_desk_can_give_or_be_given_a_secret() {
        var methods = Arrays.stream(Recovery.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Recovery.class)
                .toList();
        assertThat(methods).extracting(Method::getName).containsOnly("assisted", "status", "cancel");
        assertThat(methods).extracting(Method::getReturnType).doesNotContain(String.class, Token.class);
        assertThat(Arrays.stream(Recovery.Status.class.getRecordComponents())
                        .map(part -> part.getType().getSimpleName()))
                .containsOnly("UUID", "State", "Instant");
    }
}
