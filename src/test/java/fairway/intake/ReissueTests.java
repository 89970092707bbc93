package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.cases.ReceiptNumber;
import fairway.promises.Promises;
import fairway.signin.Client;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A letter with a code that could not leave for days is not forgotten: officers see it and send another. */
class ReissueTests extends Claiming {
    private static final String HERE = "/desk/exceptions";
    private static final String BUTTON = "Send a letter with a new code";

    @Autowired
    Intake intake;

    @Autowired
    Promises promises;

    String street;
    PaperFile file;
    Client officer;

    /** The machine that sends letters stood still for two days. */
    @BeforeEach
    void aLetterThatNeverLeft() {
        street = UUID.randomUUID() + " Elm St";
        var receipt = keyed();
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
        file = paper.file(receipt);
        atWork();
    }

    private void atWork() {
        officer = client(signIn.officer("Olga Invented", "OFFICER"));
    }

    @Test
    @Tag("AGY-8")
    void a_letter_that_could_not_leave_is_seen_and_made_anew_once_and_its_code_works() {
        assertThat(paper.letters(street)).as("it does not go out late").isEmpty();
        manyMailsThatNeverArrived();
        assertThat(row()).contains(BUTTON, "Its time was over before it could leave");
        var failed = message();
        assertThat(overdue()).contains(failed);
        assertThat(send(failed).location()).endsWith("done=anew");
        assertThat(overdue()).as("no promise stays open for ever").doesNotContain(failed);
        assertThat(officer.get(HERE + "?done=anew").body()).contains("on its way to the address on file");
        assertThat(paper.letters(street)).hasSize(1);
        assertThat(row()).contains("A newer letter took its place").doesNotContain(BUTTON);
        assertThat(send(message()).location()).endsWith("done=late");
        assertThat(paper.letters(street)).hasSize(1);
        assertThat(claim(signIn.again(person.account()), file.receipt().value(), paper.code(street), "31")
                        .location())
                .isEqualTo("/cases/" + file.receipt().value());
    }

    @Test
    void one_that_waits_again_is_seen_again_and_one_in_an_account_is_not_sent() {
        var first = message();
        send(first);
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
        atWork();
        var second = message();
        assertThat(second).isNotEqualTo(first);
        assertThat(send(first).location()).endsWith("done=late");
        db.sql("update intake.paper_file set claimed_by = :account, claimed_at = now() where id = :id")
                .param("account", person.account())
                .param("id", file.id())
                .update();
        assertThat(send(second).location()).endsWith("done=late");
        assertThat(paper.letters(street)).isEmpty();
    }

    @Test
    @Tag("A18")
    void nobody_else_sends_letters_and_other_messages_are_not_sent_anew() {
        var message = message();
        var agent = client(signIn.officer("Sam Invented", "SUPPORT"));
        agent.get("/desk/help");
        assertThat(agent.post(HERE, "message", message).status()).isEqualTo(404);
        for (var no : List.of("", "no-id", UUID.randomUUID().toString())) {
            assertThat(send(no).location()).endsWith("done=late");
        }
        assertThat(paper.letters(street)).isEmpty();
    }

    @Test
    @Tag("A44")
    void of_many_presses_at_once_one_sends() throws Exception {
        var message = message();
        officer.get(HERE);
        var presses = new ArrayList<Callable<String>>();
        for (int i = 0; i < 8; i++) {
            var copy = officer.copy();
            presses.add(() -> copy.post(HERE, "message", message).location());
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            int sent = 0;
            for (var press : threads.invokeAll(presses)) {
                sent += press.get().endsWith("done=anew") ? 1 : 0;
            }
            assertThat(sent).isEqualTo(1);
        }
        assertThat(paper.letters(street)).hasSize(1);
    }

    /** More than the page shows, and later ones. */
    private void manyMailsThatNeverArrived() {
        db.sql("""
                insert into delivery.message
                    (id, dedupe, channel, purpose, template, language, state, created_at, changed_at)
                select gen_random_uuid(), 'reissue-test/' || gen_random_uuid(), 'EMAIL', 'CASE', 'test', 'en',
                       'FAILED_PERMANENT', :at, :at
                from generate_series(1, 101)
                """).param("at", Timestamp.from(clock.instant().plusSeconds(60))).update();
    }

    @AfterEach
    void withoutThem() {
        db.sql("delete from delivery.message where dedupe like 'reissue-test/%'")
                .update();
    }

    private List<String> overdue() {
        return promises.overdue().stream().map(promise -> promise.about()).toList();
    }

    private ReceiptNumber keyed() {
        var by = signIn.officer("Olga Invented", "OFFICER").account();
        return intake.open(by, TestPaper.form("Ana", street, Locale.ENGLISH));
    }

    private Client.Answer send(String message) {
        officer.get(HERE);
        return officer.post(HERE, "message", message);
    }

    /** The latest letter to this filing. */
    private String message() {
        return db.sql("""
                select id::text from delivery.message where account = :account and template = 'intake.access'
                  and state = 'FAILED_PERMANENT'
                order by created_at desc, id desc limit 1
                """).param("account", file.account()).query(String.class).single();
    }

    /** What the page says about this filing. */
    private String row() {
        var body = officer.get(HERE).body();
        var number = file.number().grouped();
        int at = body.indexOf("<bdi class=\"fw-number\">" + number, body.indexOf("id=\"failed\""));
        assertThat(at).isPositive();
        return body.substring(body.lastIndexOf("<tr>", at), at);
    }
}
