package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.TestStatements;
import fairway.passwords.TestHashes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Everybody who should not join a filing on paper to their account. */
class ClaimGuessingTests extends Claiming {
    @Autowired
    TestStatements statements;

    @Autowired
    TestHashes hashes;

    @Test
    @Tag("A29")
    @Tag("A31")
    void wrong_code_wrong_birth_date_and_unknown_number_are_the_same_words_and_the_same_work() {
        var wrongCode = seen(arrived.receipt(), WRONG, "31");
        var wrongDate = seen(arrived.receipt(), arrived.code(), "30");
        var unknown = seen("FWY9999999999", WRONG, "31");
        assertThat(wrongCode.body()).contains(SAID);
        assertThat(wrongDate).isEqualTo(wrongCode);
        assertThat(unknown).isEqualTo(wrongCode);
        assertThat(wrongCode.hashes()).isEqualTo(1);
    }

    @Test
    @Tag("A29")
    void five_wrong_tries_close_one_filing_for_a_day_and_its_person_hears_by_post() {
        for (int i = 0; i < 5; i++) {
            var somebody = signIn.person();
            assertThat(claim(somebody, arrived.receipt(), WRONG, "31").body()).contains(SAID);
        }
        var refused = claim(person, arrived.file().number().grouped(), arrived.code(), "31");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("You can try again on").doesNotContain(SAID);
        assertThat(paper.letters(arrived.street()))
                .hasSize(2)
                .anyMatch(letter -> letter.startsWith("Somebody tried to use your Online Access Code"));
        clock.advance(Duration.ofHours(24));
        assertThat(claim(signIn.again(person.account()), arrived.receipt(), arrived.code(), "31")
                        .location())
                .isEqualTo("/cases/" + arrived.receipt());
    }

    /** Who opened the letter has number and code, and nothing left to guess but a day. */
    @Test
    @Tag("A29")
    void twenty_wrong_days_end_a_code_for_good_and_only_a_new_letter_opens_again() {
        for (int tries = 0; tries < 20; tries++) {
            var thief = signIn.person();
            claim(thief, arrived.receipt(), arrived.code(), "30");
            claim(thief, "FWY8800000001", arrived.code(), "30");
            clock.advance(tries % 5 == 4 ? Duration.ofHours(24) : Duration.ZERO);
        }
        var owner = signIn.again(person.account());
        var right = claim(owner, arrived.receipt(), arrived.code(), "31");
        assertThat(right.body()).contains("does not work any more");
        assertThat(claim(owner, "FWY8800000001", arrived.code(), "31").body()).contains("does not work any more");
        assertThat(cases.of(owner.account())).isEmpty();
        ask(owner, arrived.receipt(), "31");
        assertThat(claim(owner, arrived.receipt(), paper.code(arrived.street()), "31")
                        .location())
                .isEqualTo("/cases/" + arrived.receipt());
    }

    @Test
    @Tag("A29")
    void a_number_nobody_has_closes_alike() {
        var unknown = "FWY88" + (10_000_000 + Math.floorMod(arrived.file().id().hashCode(), 1_000_000));
        for (int i = 0; i < 5; i++) {
            assertThat(claim(signIn.person(), unknown, WRONG, "31").body()).contains(SAID);
        }
        assertThat(claim(person, unknown, WRONG, "31").status()).isEqualTo(429);
        jobs.runDue();
    }

    @Test
    @Tag("A29")
    void one_account_has_twenty_tries_a_day_over_all_filings() {
        for (int i = 0; i < 20; i++) {
            assertThat(claim(person, "FWY77000001" + (10 + i), WRONG, "31").body())
                    .contains(SAID);
        }
        assertThat(claim(person, arrived.receipt(), arrived.code(), "31").status())
                .isEqualTo(429);
        assertThat(cases.of(person.account())).isEmpty();
    }

    @Test
    @Tag("A29")
    void whoever_asks_for_a_letter_hears_the_same_whatever_is_true_and_not_too_often() {
        var right = ask(person, arrived.receipt(), "31");
        var body = client(person).get(right.location()).body();
        assertThat(ask(person, arrived.receipt(), "30").location()).isEqualTo(right.location());
        assertThat(ask(person, "FWY6600000001", "31").location()).isEqualTo(right.location());
        assertThat(paper.letters(arrived.street())).hasSize(2);
        assertThat(body).contains("We have your request").doesNotContain(arrived.street());
        ask(signIn.person(), arrived.receipt(), "31");
        ask(signIn.person(), arrived.receipt(), "31");
        assertThat(paper.letters(arrived.street()))
                .as("two in a day, the wrong date counted")
                .hasSize(2);
        ask(person, "FWY6600000002", "31");
        ask(person, "FWY6600000003", "31");
        assertThat(ask(person, "FWY6600000004", "31").status()).isEqualTo(429);
    }

    @Test
    @Tag("A30")
    void a_mistyped_number_is_refused_before_anything_is_looked_up_or_counted() {
        var number = arrived.file().number().value();
        var mistyped = number.substring(0, 11) + (number.charAt(11) - '0' + 1) % 10;
        var client = client(person);
        client.get("/account/claim");
        statements.take();
        var answer = post(client, mistyped, arrived.code(), "31");
        assertThat(answer.body()).contains("One digit or letter is not right");
        assertThat(statements.take()).noneMatch(sql -> sql.contains("paper_file") || sql.contains("limits.tally"));
        for (int i = 0; i < 30; i++) {
            post(client, mistyped, arrived.code(), "31");
        }
        assertThat(claim(person, arrived.receipt(), arrived.code(), "31").status())
                .isEqualTo(303);
    }

    /** What could tell two answers apart. */
    private record Seen(int status, String body, List<String> statements, long hashes) {}

    private Seen seen(String number, String code, String day) {
        var client = client(signIn.person());
        client.get("/account/claim");
        statements.take();
        long hashed = hashes.asked();
        var answer = post(client, number, code, day);
        var heard = statements.take();
        var body = answer.body()
                .replaceAll("(value|nonce|selected)=\"[^\"]*\"", "")
                .replaceAll("\\s+", " ");
        return new Seen(answer.status(), body, heard, hashes.asked() - hashed);
    }
}
