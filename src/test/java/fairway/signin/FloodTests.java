package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same thing very often: from one place, from many, for one account, for many addresses. */
@Tag("SEC-6")
class FloodTests extends AtTheDoor {
    @Test
    @Tag("A01")
    @Tag("E04")
    @Tag("T06")
    void stolen_pairs_meet_a_limit_for_each_place_and_for_their_network_and_right_ones_still_owe_a_code() {
        for (int network = 0; network < 5; network++) {
            var answers = new ArrayList<Client.Answer>();
            for (int place = 1; place <= 4; place++) {
                var client = Client.from("127.31." + network + "." + place, port);
                client.get("/sign-in");
                for (int i = 0; i < 21; i++) {
                    answers.add(client.post("/sign-in", "email", "a" + i + "@example.org", "password", ""));
                }
            }
            assertThat(answers.get(19).status()).isEqualTo(200);
            assertThat(answers.get(20).status()).isEqualTo(429);
            assertThat(Integer.parseInt(answers.get(20).retryAfter())).isBetween(1, 60);
            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(60);
            assertThat(answers.subList(63, 84)).allMatch(answer -> answer.status() == 429);
        }
        var right = Client.from("127.32.7.1", port);
        right.get("/sign-in");
        assertThat(tryPassword(right, PASSWORD).location()).isEqualTo("/sign-in/code");
        assertThat(right.get("/account/profile").location()).isEqualTo("/sign-in/code");
        clock.advance(Duration.ofMinutes(16));
        assertThat(post.subjects(email)).contains("Somebody knew your password");
        var owner = new Client(port);
        assertThat(enter(owner).get("/account/profile").status()).isEqualTo(200);
    }

    @Test
    @Tag("A02")
    void one_password_for_many_accounts_meets_the_limit_of_its_network_and_locks_no_owner_out() {
        enter(browser);
        clock.advance(Duration.ofMinutes(2));
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < 70; i++) {
            var client = Client.from("127.33.9." + (i % 35 + 1), port);
            client.get("/sign-in");
            var whom = i < 6 ? email : "nobody" + i + "@example.org";
            statuses.add(client.post("/sign-in", "email", whom, "password", i < 6 ? "Summer 2026!" : "")
                    .status());
        }
        assertThat(statuses.subList(0, 60)).containsOnly(200);
        assertThat(statuses.subList(60, 70)).containsOnly(429);
        var own = new Client(port);
        own.cookies.put("__Host-device", browser.cookies.get("__Host-device"));
        assertThat(enter(own).get("/account/profile").status()).isEqualTo(200);
    }

    @Test
    @Tag("A21")
    @Tag("S12")
    void of_many_sign_ins_five_stay_the_oldest_end_and_the_owner_hears_of_it() {
        var all = new ArrayList<Client>();
        for (int i = 0; i < 8; i++) {
            all.add(enter(new Client(port)));
        }
        var alive = all.stream()
                .map(client -> client.get("/account/profile").status() == 200)
                .toList();
        assertThat(alive).containsExactly(false, false, false, true, true, true, true, true);
        assertThat(post.subjects(email)).contains("We ended your oldest session");
    }

    @Test
    @Tag("A45")
    @Tag("T06")
    void codes_to_one_number_are_a_minute_apart_and_five_in_a_quarter_hour_whoever_asks() {
        int sent = 0;
        for (int i = 0; i < 9; i++) {
            var client = half(new Client(port));
            sent += client.post("/sign-in/code/send", "with", wayTo("TEXT")).status() == 303 ? 1 : 0;
            clock.advance(Duration.ofSeconds(40));
        }
        assertThat(sent).isLessThanOrEqualTo(5);
        assertThat(post.bodies(phone).stream().filter(body -> body.contains("one-time password")))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    @Tag("A45")
    void foreign_and_premium_numbers_are_not_taken() {
        for (var number : List.of("+44 7911 123456", "+1 900 234 5678", "+1 876 234 5678", "911", "+882 16 12345")) {
            assertThat(fairway.identity.Phone.read(number)).as(number).isEmpty();
        }
    }

    @Test
    @Tag("A46")
    @Tag("T06")
    void asking_for_accounts_from_one_place_meets_a_limit() {
        var bot = Client.from("127.34.1.1", port);
        bot.get("/sign-up");
        for (int i = 0; i < 30; i++) {
            assertThat(asked(bot).status()).isEqualTo(303);
        }
        var refused = asked(bot);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.retryAfter())).isBetween(1, 3_600);
    }

    private static Client.Answer asked(Client bot) {
        return bot.post("/sign-up", "email", "bot." + UUID.randomUUID() + "@example.org");
    }

    @Test
    @Tag("A46")
    void an_address_that_was_confirmed_and_left_alone_for_a_week_is_forgotten() {
        var address = "left." + UUID.randomUUID() + "@example.org";
        browser.get("/sign-up");
        browser.post("/sign-up", "email", address);
        var link = post.link(address);
        browser.get(link);
        browser.post(link);
        var read = new fairway.identity.EmailAddress(address);
        assertThat(accounts.byEmail(read, false)).isPresent();
        clock.advance(Duration.ofDays(7).minusMinutes(11));
        jobs.runDue();
        assertThat(accounts.byEmail(read, false)).isPresent();
        clock.advance(Duration.ofMinutes(12));
        jobs.runDue();
        assertThat(accounts.byEmail(read, false)).isEmpty();
        assertThat(accounts.find(account)).isPresent();
    }

    @Test
    @Tag("E04")
    void the_owner_hears_when_the_password_is_right_after_many_wrong_ones() {
        browser.get("/sign-in");
        for (int i = 0; i < 5; i++) {
            tryPassword(browser, "Wrong one!");
        }
        clock.advance(Duration.ofMinutes(21));
        tryPassword(browser, PASSWORD);
        assertThat(post.subjects(email)).contains("Right after many wrong tries");
    }
}
