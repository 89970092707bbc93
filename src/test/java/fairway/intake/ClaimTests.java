package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.TestStatements;
import fairway.cases.CaseAct;
import fairway.cases.Cases;
import fairway.identity.Accounts;
import fairway.intake.TestPaper.Arrived;
import fairway.passwords.TestHashes;
import fairway.promises.Promises;
import fairway.signin.Client;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Joining a filing on paper to the account of its person, and everybody who should not. */
@FairwayTest
@Tag("ACC-13")
class ClaimTests {
    private static final String WRONG = "AAAA-AAAA-AAAA";
    private static final String SAID = "do not belong together";

    @LocalServerPort
    int port;

    @Autowired
    TestPaper paper;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Promises promises;

    @Autowired
    TestStatements statements;

    @Autowired
    TestHashes hashes;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    SignedIn person;
    Arrived arrived;

    @BeforeEach
    void aPersonAndTheirLetter() {
        clock.set(TestClock.START);
        person = signIn.person();
        arrived = paper.arrived();
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    @Tag("A31")
    void with_letter_and_birth_date_the_case_moves_with_its_history_and_the_number_leads_there() {
        var before = cases.of(arrived.file().account()).getFirst().file();
        var joined = claim(person, arrived.receipt(), arrived.code(), "31");
        assertThat(joined.location()).isEqualTo("/cases/" + arrived.receipt());
        assertThat(cases.of(arrived.file().account())).isEmpty();
        var view = cases.of(person.account(), before.receipt()).orElseThrow();
        assertThat(view.file().account()).isEqualTo(person.account());
        assertThat(view.history()).extracting(event -> event.what()).startsWith(CaseAct.CHANGE_ACCOUNT);
        assertThat(view.history()).hasSize((int) before.version() + 1);
        assertThat(accounts.byNumber(arrived.file().number()).orElseThrow().id())
                .isEqualTo(person.account());
        assertThat(accounts.joins().formerNumbers(person.account()))
                .containsExactly(arrived.file().number());
        assertThat(client(person).get("/account/profile").body())
                .contains(arrived.file().number().grouped());
        assertThat(client(person).get(joined.location()).body()).contains("moved to another online account");
        assertThat(mailsTo(person)).contains("A filing on paper was added to your account");
        assertThat(client(person).get("/account/security/history").body()).contains("A filing on paper was added");
        assertThat(claim(person, arrived.receipt(), arrived.code(), "31").location())
                .isEqualTo(joined.location());
    }

    @Test
    void the_account_number_of_the_letter_does_as_well() {
        var number = arrived.file().number().grouped();
        assertThat(claim(person, number, arrived.code().toLowerCase(java.util.Locale.ROOT), "31")
                        .location())
                .isEqualTo("/cases/" + arrived.receipt());
    }

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
    @Tag("R12")
    @Tag("A29")
    void of_many_who_claim_at_once_exactly_one_wins() throws Exception {
        var tasks = new ArrayList<Callable<Client.Answer>>();
        for (int i = 0; i < 50; i++) {
            var client = client(signIn.person());
            client.get("/account/claim");
            tasks.add(() -> post(client, arrived.receipt(), arrived.code(), "31"));
        }
        int joined = 0;
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(tasks)) {
                joined += answer.get().location().startsWith("/cases/") ? 1 : 0;
            }
        }
        assertThat(joined).isEqualTo(1);
        assertThat(db.sql("select count(*) from cases.access where case_id = ?")
                        .param(arrived.file().caseId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var owner = java.util.Objects.requireNonNull(
                paper.file(arrived.file().receipt()).claimedBy());
        assertThat(cases.ownership().ownedBy(owner))
                .containsExactly(arrived.file().caseId());
    }

    @Test
    @Tag("A31")
    void after_the_owner_has_joined_it_even_the_right_code_is_refused_and_they_hear_of_it() {
        claim(person, arrived.receipt(), arrived.code(), "31");
        var thief = signIn.person();
        var refused = claim(thief, arrived.receipt(), arrived.code(), "31");
        assertThat(refused.body()).contains("is in another account already");
        assertThat(cases.of(thief.account())).isEmpty();
        assertThat(cases.of(person.account())).hasSize(1);
        assertThat(mailsTo(person)).contains("Somebody tried to add your paper filing to an account");
        assertThat(client(thief).get("/cases/" + arrived.receipt()).status()).isEqualTo(404);
    }

    @Test
    @Tag("R12")
    @Tag("A29")
    void after_ninety_days_the_code_opens_nothing_and_a_new_one_comes_by_post_only() {
        clock.advance(Duration.ofDays(90));
        var later = signIn.again(person.account());
        assertThat(claim(later, arrived.receipt(), arrived.code(), "31").body()).contains("too old");
        var asked = ask(later, arrived.receipt(), "31");
        assertThat(asked.location()).isEqualTo("/account/claim/letter?asked=yes");
        assertThat(promises.openOf(person.account()))
                .anyMatch(promise -> promise.kind().equals("intake.letter"));
        var fresh = paper.code(arrived.street());
        assertThat(promises.openOf(person.account()))
                .noneMatch(promise -> promise.kind().equals("intake.letter"));
        assertThat(fresh).isNotEqualTo(arrived.code());
        assertThat(claim(later, arrived.receipt(), arrived.code(), "31").body()).contains(SAID);
        assertThat(claim(later, arrived.receipt(), fresh, "31").location()).isEqualTo("/cases/" + arrived.receipt());
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

    private Client.Answer claim(SignedIn who, String number, String code, String day) {
        var client = client(who);
        client.get("/account/claim");
        return post(client, number, code, day);
    }

    private static Client.Answer post(Client client, String number, String code, String day) {
        return client.post(
                "/account/claim",
                "number",
                number,
                "code",
                code,
                "born.year",
                "1990",
                "born.month",
                "1",
                "born.day",
                day);
    }

    private Client.Answer ask(SignedIn who, String number, String day) {
        var client = client(who);
        client.get("/account/claim/letter");
        return client.post(
                "/account/claim/letter", "number", number, "born.year", "1990", "born.month", "1", "born.day", day);
    }

    private String mailsTo(SignedIn who) {
        jobs.runDue();
        return String.join(
                "\n",
                db.sql("select subject || ' ' || body from delivery.outbox where address = ?")
                        .param(who.email())
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    private Client client(SignedIn who) {
        var client = new Client(port);
        client.cookies.put(who.cookieName(), who.cookieValue());
        return client;
    }
}
