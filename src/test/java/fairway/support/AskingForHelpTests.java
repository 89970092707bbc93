package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.TestStatements;
import fairway.promises.Promises;
import fairway.signin.Client;
import fairway.support.Asked.Person;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do who cannot get in: ask, follow the link, enter codes, wait no longer than promised. */
@FairwayTest
@Tag("SEC-4")
class AskingForHelpTests {
    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestStatements statements;

    @Autowired
    Promises promises;

    @Autowired
    JdbcClient db;

    Person person;
    Client visitor;

    @BeforeEach
    void somebodyWithoutAWayIn() {
        clock.set(TestClock.START.plus(Duration.ofHours(2)));
        person = asked.person(port);
        visitor = new Client(port);
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    @Tag("A12")
    @Tag("A13")
    void asking_is_answered_alike_and_is_the_same_work_whether_there_is_such_a_person() {
        var known = work(person.name());
        var unknown = work("Nobody Whatever " + UUID.randomUUID());
        assertThat(unknown).isEqualTo(known);
    }

    private record Seen(int status, String location, String body, List<String> statements) {}

    private Seen work(String name) {
        visitor.get("/help/request");
        var answer = "alike." + UUID.randomUUID() + "@example.org";
        statements.take();
        var asking = asked.ask(visitor, name, answer);
        var heard = statements.take();
        var body = visitor.get(asking.location()).body().replaceAll("nonce=\"[^\"]+\"", "");
        return new Seen(asking.status(), asking.location(), body, heard);
    }

    @Test
    void what_is_wrong_is_said_beside_its_box_and_what_was_typed_stays() {
        visitor.get("/help/request");
        var again = visitor.post("/help/request", "name", "Ana <b>", "email", "nowhere", "a_number", "A12")
                .body();
        assertThat(again)
                .contains("Enter your date of birth", "7 to 9 digits", "name@example.org", "no longer use")
                .contains("Ana &lt;b>")
                .doesNotContain("<b>\"");
        assertThat(visitor.get("/es/help/request").body()).contains("Pida ayuda a una persona");
    }

    @Test
    @Tag("A16")
    @Tag("H07")
    void the_mailed_link_opens_by_a_press_and_the_page_behind_it_has_no_secret_in_its_address() {
        asked.ask(visitor, person.name(), person.answer());
        var link = asked.link(person.answer());
        var reader = new Client(port);
        reader.get(link);
        assertThat(reader.get(link).body()).contains("Press the button");
        assertThat(reader.cookies).doesNotContainKey("__Host-help");
        assertThat(reader.get("/help/request/status").body()).contains("This page is not open");
        assertThat(reader.post(link).location()).isEqualTo("/help/request/status");
        assertThat(reader.get("/help/request/status").body())
                .contains("A person will look for your account")
                .contains("Wednesday, November 25, 2026, 11:59 p.m.");
        var other = link.substring(0, link.length() - 4) + "AAAA";
        assertThat(new Client(port).get(other).body()).contains("This page is not open");
    }

    @Test
    @Tag("R03")
    void a_code_by_post_works_for_21_days_and_not_longer() {
        var request = asked.open(visitor, person);
        var agent = asked.agent(port, "SUPPORT");
        asked.choose(agent, request, person);
        agent.post("/desk/help/" + request + "/proof", "kind", "LETTER");
        var code = asked.code(person.letters());
        clock.advance(Duration.ofDays(21));
        assertThat(enter(code).body()).contains("does not fit or no longer works");
        clock.advance(Duration.ofSeconds(-1));
        assertThat(enter("12345678").body()).contains("does not fit or no longer works");
        assertThat(enter(code.substring(0, 4) + " " + code.substring(4)).location())
                .endsWith("done=proven");
        assertThat(visitor.get("/help/request/status").body()).contains("The code we sent by post");
        assertThat(enter(code).body()).contains("does not fit or no longer works");
    }

    @Test
    @Tag("T01")
    void guessing_a_code_comes_to_an_end() {
        var request = asked.open(visitor, person);
        var agent = asked.agent(port, "SUPPORT");
        asked.choose(agent, request, person);
        agent.post("/desk/help/" + request + "/proof", "kind", "EMAIL");
        var code = asked.code(person.in().email());
        for (int i = 0; i < 10; i++) {
            assertThat(enter("0000000" + i).body()).contains("does not fit");
        }
        assertThat(enter(code).body()).contains("Too many wrong codes");
        clock.advance(Duration.ofMinutes(21));
        assertThat(enter(code).location()).endsWith("done=proven");
    }

    @Test
    @Tag("AGY-5")
    void an_answer_is_promised_within_two_business_days_and_shown_as_kept_or_overdue() {
        var request = asked.open(visitor, person);
        var agent = asked.agent(port, "SUPPORT");
        assertThat(agent.get("/desk/help").body()).contains(number(request));
        clock.set(TestClock.START.plus(Duration.ofDays(3)));
        agent = asked.agent(port, "SUPPORT");
        assertThat(promises.overdue()).anyMatch(promise -> promise.about().equals(request.toString()));
        assertThat(row(agent, request)).contains("Overdue");
        assertThat(reopened().get("/help/request/status").body()).contains("We are late, and we are sorry");
        agent.get("/desk/help/" + request);
        agent.post("/desk/help/" + request + "/message", "text", "Please tell us where you live now.");
        assertThat(promises.overdue()).noneMatch(promise -> promise.about().equals(request.toString()));
        assertThat(row(agent, request)).contains("Answered late");
        var reader = reopened();
        assertThat(reader.get("/help/request/status").body()).contains("Please tell us where you live now.");
        assertThat(reader.post("/help/request/status/message", "text", "In Lewiston.")
                        .location())
                .endsWith("done=said");
        assertThat(agent.get("/desk/help/" + request).body()).contains("In Lewiston.");
    }

    @Test
    void a_message_from_inside_is_answered_inside() {
        var inside = Asked.client(port, person.in());
        inside.get("/account/support");
        assertThat(inside.post("/account/support", "text", "").body()).contains("Write something");
        assertThat(inside.post("/account/support", "text", "Which form is mine?")
                        .location())
                .endsWith("?done=sent");
        assertThat(inside.get("/account/support").body()).contains("Which form is mine?", "Waits for our answer");
        assertThat(inside.get("/account").body()).contains("You wrote to our support");
        var request = db.sql("select id from support.request where account = :account")
                .param("account", person.account())
                .query(UUID.class)
                .single();
        var agent = asked.agent(port, "SUPPORT");
        assertThat(agent.get("/desk/help/" + request).body())
                .contains("Which form is mine?")
                .doesNotContain(person.in().email());
        agent.post("/desk/help/" + request + "/message", "text", "The page Forms lists them all.");
        assertThat(inside.get("/account/support").body()).contains("The page Forms lists them all.");
        assertThat(asked.subjects(person.in().email())).contains("News about your request for help " + number(request));
        agent.get("/desk/help/" + request);
        assertThat(agent.post("/desk/help/" + request + "/approve").location()).endsWith("done=nothing_proposed");
        assertThat(agent.post("/desk/help/" + request + "/close").location()).endsWith("done=closed");
        var stranger = Asked.client(port, asked.person(port).in());
        assertThat(stranger.get("/account/support").body()).doesNotContain("Which form is mine?");
    }

    @Test
    void what_was_written_lies_sealed_and_is_erased_90_days_after_the_end() {
        var request = asked.open(visitor, person);
        var agent = asked.agent(port, "SUPPORT");
        agent.get("/desk/help/" + request);
        agent.post("/desk/help/" + request + "/decline", "why", "You found your phone again.");
        assertThat(stored(request)).doesNotContain("My bag", person.family(), person.answer());
        clock.advance(Duration.ofDays(91));
        jobs.runDue();
        var left = db.sql("""
                select words is null and token_digest is null and erased_at is not null
                  and not exists (select 1 from support.message where request = r.id)
                from support.request r where id = :id
                """).param("id", request).query(Boolean.class).single();
        assertThat(left).isTrue();
        assertThat(visitor.get("/help/request/status").body()).contains("This page is not open");
    }

    @Test
    void what_nobody_ended_is_closed_a_year_after_the_last_word_in_it_which_its_person_is_told_and_erased_later() {
        var request = asked.open(visitor, person);
        clock.advance(Duration.ofDays(200));
        var agent = asked.agent(port, "SUPPORT");
        agent.get("/desk/help/" + request);
        agent.post("/desk/help/" + request + "/message", "text", "Please send us your new address.");
        clock.advance(Duration.ofDays(364));
        jobs.runDue();
        assertThat(standing(request)).isEqualTo("OPEN kept");
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
        assertThat(standing(request)).isEqualTo("LAPSED kept");
        var closed = "Your request for help " + number(request) + " is closed";
        assertThat(asked.subjects(person.answer())).containsOnlyOnce(closed);
        assertThat(reopened().get("/help/request/status").body())
                .contains("Closed, because nobody wrote", "Please send us your new address.", "Ask for help again")
                .doesNotContain("name=\"text\"");
        assertThat(asked.agent(port, "SUPPORT").get("/desk/help/" + request).body())
                .contains("Closed, nobody wrote");
        assertThat(db.sql("select count(*) from audit.entry where what = 'support.help.lapsed' and subject = :id")
                        .param("id", request.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        clock.advance(Duration.ofDays(91));
        jobs.runDue();
        assertThat(standing(request)).isEqualTo("LAPSED erased");
        assertThat(asked.subjects(person.answer())).containsOnlyOnce(closed);
    }

    @Test
    void who_never_opened_the_link_hears_nothing_more_the_owner_of_an_account_found_and_who_wrote_inside_do() {
        asked.ask(visitor, person.name(), person.answer());
        var unread = asked.requestOf(person.answer());
        db.sql("update support.request set account = :account where id = :id")
                .param("account", person.account())
                .param("id", unread)
                .update();
        var inside = Asked.client(port, person.in());
        inside.get("/account/support");
        inside.post("/account/support", "text", "Which form is mine?");
        var letters = asked.subjects(person.answer());
        clock.advance(Duration.ofDays(366));
        jobs.runDue();
        assertThat(standing(unread)).isEqualTo("LAPSED kept");
        assertThat(asked.subjects(person.answer())).isEqualTo(letters);
        assertThat(asked.subjects(person.in().email()))
                .contains("A request for a way back into your account has ended")
                .anyMatch(subject -> subject.matches("Your request for help \\S+ is closed"));
    }

    private String standing(UUID request) {
        return db.sql("""
                select state || case when erased_at is not null and words is null and token_digest is null
                    then ' erased' else ' kept' end
                from support.request where id = :id
                """).param("id", request).query(String.class).single();
    }

    private Client.Answer enter(String code) {
        visitor.get("/help/request/status");
        return visitor.post("/help/request/status/code", "code", code);
    }

    /** The page stays open for an hour; the link of the first mail opens it again. */
    private Client reopened() {
        var reader = new Client(port);
        var link = asked.link(person.answer());
        reader.get(link);
        reader.post(link);
        reader.get("/help/request/status");
        return reader;
    }

    private String row(Client agent, UUID request) {
        var list = agent.get("/desk/help").body();
        var from = list.indexOf(number(request));
        return list.substring(from, list.indexOf("</tr>", from));
    }

    private String number(UUID request) {
        return db.sql("select number from support.request where id = :id")
                .param("id", request)
                .query(String.class)
                .single();
    }

    private String stored(UUID request) {
        return db.sql("select encode(words, 'escape') from support.request where id = :id")
                .param("id", request)
                .query(String.class)
                .single();
    }
}
