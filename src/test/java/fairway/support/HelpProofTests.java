package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.filing.TestFilings;
import fairway.identity.Accounts;
import fairway.identity.Safety;
import fairway.signin.Client;
import fairway.signin.Signin;
import fairway.signin.TestPhones;
import fairway.signin.TestSignIn;
import fairway.support.Asked.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes by text, codes once more, marks by A-Number, replies, and what the person reads after an approval. */
@FairwayTest
@Tag("SEC-4")
class HelpProofTests {
    private static final String REASON = "Both codes were entered within the hour.";
    private static final Pattern STOP = Pattern.compile("/sign-in/recovery/cancel/\\S+");
    private static final String AGAIN = "/help/request/status/again";

    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    Signin signin;

    @Autowired
    TestSignIn sessions;

    @Autowired
    TestFilings filings;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    private Instant before = Instant.EPOCH;
    private String phone = "";
    private Person person;
    private Client visitor;
    private Client agent;
    private UUID request;

    @BeforeEach
    void somebodyWithAPhone() {
        before = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        var mark = UUID.randomUUID();
        phone = TestPhones.next();
        var email = "texted." + mark + "@example.org";
        var way = new Signin.DemoSignIn(email, "Mi casa es azul.", phone, null);
        person = asked.person(port, sessions.again(signin.demoPerson(way, Locale.ENGLISH, "Ana Invented")));
        visitor = new Client(port);
        request = asked.open(visitor, person);
        agent = asked.agent(port, "SUPPORT");
    }

    @AfterEach
    void back() {
        clock.set(before.plus(Duration.ofHours(1)));
    }

    @Test
    @Tag("R03")
    @Tag("A58")
    void a_code_by_text_lives_ten_minutes_and_counts_as_the_same_sort_as_one_by_mail() {
        asked.choose(agent, request, person);
        act("proof", "kind", "TEXT");
        var code = asked.code(phone);
        assertThat(visitor.get("/help/request/status").body()).contains("It works for 10 minutes");
        clock.advance(Duration.ofMinutes(10));
        assertThat(enter(code).body()).contains("does not fit or no longer works");
        clock.advance(Duration.ofSeconds(-1));
        assertThat(enter(code).location()).endsWith("done=proven");
        assertThat(visitor.get("/help/request/status").body()).contains("The code we sent by text message");
        asked.enter(agent, visitor, request, "EMAIL", person.in().email());
        assertThat(act("propose", "reason", REASON)).endsWith("done=too_few_proofs");
        asked.enter(agent, visitor, request, "LETTER", person.letters());
        assertThat(act("propose", "reason", REASON)).endsWith("done=proposed");
    }

    @Test
    @Tag("T06")
    void the_same_code_comes_once_more_after_a_minute_and_a_new_one_when_it_is_over() {
        visitor.get("/help/request/status");
        assertThat(visitor.post(AGAIN, "kind", "TEXT").location())
                .as("nobody asked for it")
                .endsWith("done=later");
        asked.choose(agent, request, person);
        act("proof", "kind", "TEXT");
        var first = asked.code(phone);
        assertThat(visitor.post(AGAIN, "kind", "TEXT").location()).endsWith("done=later");
        clock.advance(Duration.ofSeconds(61));
        assertThat(visitor.post(AGAIN, "kind", "TEXT").location()).endsWith("done=sent");
        assertThat(codes(first)).isEqualTo(2);
        clock.advance(Duration.ofMinutes(11));
        assertThat(visitor.post(AGAIN, "kind", "TEXT").location()).endsWith("done=sent");
        assertThat(asked.code(phone)).isNotEqualTo(first);
        assertThat(codes(first)).isEqualTo(2);
        act("proof", "kind", "LETTER");
        clock.advance(Duration.ofMinutes(2));
        for (var kind : new String[] {"DOCUMENT", "EMAIL", "LETTER", "nothing"}) {
            assertThat(visitor.post(AGAIN, "kind", kind).location()).as(kind).endsWith("done=later");
        }
    }

    @Test
    @Tag("A30")
    void a_filing_makes_an_account_found_by_its_a_number_alone_whatever_the_name() {
        var digits = "0" + (10_000_000 + Math.floorMod(request.hashCode(), 90_000_000));
        filings.receive(
                person.account(),
                "Another Name",
                Locale.ENGLISH,
                "\"applicant.a_number\":\"" + digits + "\",\"applicant.dob\":\"1986-04-28\",");
        var stranger = new Client(port);
        var answer = "number." + UUID.randomUUID() + "@example.org";
        ask(stranger, "A" + digits.substring(1), answer);
        var page = agent.get("/desk/help/" + asked.requestOf(answer)).body();
        assertThat(page)
                .contains("ending in "
                        + accounts.find(person.account()).orElseThrow().number().lastFour());
        assertThat(page.replaceAll("\\s+", " ")).containsPattern("A-Number fits.{1,80}Yes");
        var other = "other." + UUID.randomUUID() + "@example.org";
        ask(
                stranger,
                "A" + digits.substring(0, 8) + (digits.charAt(8) == '9' ? '0' : (char) (digits.charAt(8) + 1)),
                other);
        assertThat(agent.get("/desk/help/" + asked.requestOf(other)).body()).contains("No account fits");
    }

    @Test
    @Tag("AGY-5")
    void what_was_done_is_said_once_and_not_again_by_a_reload() {
        agent.get("/desk/help/" + request);
        var chosen = agent.post(
                "/desk/help/" + request + "/account",
                "account",
                person.account().toString());
        assertThat(agent.get(chosen.location()).location()).isEqualTo("/desk/help/" + request);
        assertThat(agent.get("/desk/help/" + request).body()).contains("The account is chosen. Its owner was told.");
        assertThat(agent.get("/desk/help/" + request).body()).doesNotContain("Its owner was told.");
        asked.enter(agent, visitor, request, "EMAIL", person.in().email());
        visitor.get("/help/request/status?done=proven");
        assertThat(visitor.get("/help/request/status").body()).contains("The code was right");
        assertThat(visitor.get("/help/request/status").body()).doesNotContain("The code was right");
        visitor.get("/help/request/status?done=%3Cb%3E");
        assertThat(visitor.cookies).doesNotContainKey("__Host-done");
    }

    @Test
    void a_reply_stands_in_its_talk_is_promised_an_answer_and_nobody_else_may_write_there() {
        var inside = Asked.client(port, sessions.again(person.account()));
        inside.get("/account/support");
        inside.post("/account/support", "text", "Which form is mine?");
        var talk = db.sql("select id, number from support.request where account = :account and kind = 'MESSAGE'")
                .param("account", person.account())
                .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
                .single();
        agent.get("/desk/help/" + talk[0]);
        agent.post("/desk/help/" + talk[0] + "/message", "text", "Which one did you begin?");
        assertThat(inside.get("/account").body()).doesNotContain("You wrote to our support");
        assertThat(reply(inside, talk, " ").body()).contains("Write something", "href=\"#reply-" + talk[1] + "\"");
        assertThat(reply(inside, talk, "The one for a work permit.").location()).endsWith("done=sent");
        assertThat(inside.get("/account/support").body())
                .containsSubsequence("Which form is mine?", "Which one did you begin?", "The one for a work permit.");
        assertThat(inside.get("/account").body()).contains("You wrote to our support");
        assertThat(agent.get("/desk/help/" + talk[0]).body()).contains("The one for a work permit.");
        agent.post("/desk/help/" + talk[0] + "/message", "text", "That is the I-765.");
        assertThat(inside.get("/account").body()).doesNotContain("You wrote to our support");
        var stranger = Asked.client(port, sessions.person());
        stranger.get("/account/support");
        assertThat(reply(stranger, talk, "Me, too.").status()).isEqualTo(404);
        agent.get("/desk/help/" + talk[0]);
        agent.post("/desk/help/" + talk[0] + "/close");
        reply(inside, talk, "One thing more.");
        assertThat(inside.get("/account/support").body()).doesNotContain("One thing more.", "Write more about this");
    }

    @Test
    @Tag("A58")
    void an_alarm_from_the_mailbox_stops_two_people_once_and_the_person_reads_how_the_wait_goes() {
        asked.prove(agent, visitor, request, person);
        act("propose", "reason", REASON);
        var second = asked.agent(port, "SUPPORT");
        var safety = accounts.safety();
        safety.hold(person.account(), clock.instant().plus(Duration.ofMinutes(2)), Safety.Reason.NOT_ME_BY_MAIL);
        safety.hold(person.account(), clock.instant().plus(Duration.ofDays(3)), Safety.Reason.NOT_ME_AGAIN);
        assertThat(approve(second)).endsWith("done=stopped");
        clock.advance(Duration.ofMinutes(3));
        assertThat(approve(second)).endsWith("done=approved");
        assertThat(visitor.get("/help/request/status").body())
                .contains("The wait ends on")
                .doesNotContain("Ask for help again");
        var stop = asked.bodies(person.in().email()).stream()
                .flatMap(body -> STOP.matcher(body).results())
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
        var reader = new Client(port);
        reader.get(stop);
        reader.post(stop);
        assertThat(visitor.get("/help/request/status").body())
                .contains("cannot stop it a second time", "Ask for help again");
        assertThat(agent.get("/desk/help/" + request).body()).contains("It was stopped by somebody");
    }

    private String approve(Client second) {
        second.get("/desk/help/" + request);
        return second.post("/desk/help/" + request + "/approve").location();
    }

    private static Client.Answer reply(Client from, String[] talk, String words) {
        return from.post("/account/support/reply", "about", talk[0], "reply-" + talk[1], words);
    }

    private void ask(Client stranger, String aNumber, String answer) {
        stranger.get("/help/request");
        stranger.post(
                "/help/request",
                "name",
                "Somebody Else",
                "born.year",
                "1970",
                "born.month",
                "1",
                "born.day",
                "2",
                "a_number",
                aNumber,
                "email",
                answer,
                "lost",
                "EVERYTHING");
    }

    private String act(String act, String... fields) {
        agent.get("/desk/help/" + request);
        return agent.post("/desk/help/" + request + "/" + act, fields).location();
    }

    private Client.Answer enter(String code) {
        visitor.get("/help/request/status");
        return visitor.post("/help/request/status/code", "code", code);
    }

    private long codes(String code) {
        return asked.bodies(phone).stream().filter(body -> body.contains(code)).count();
    }
}
