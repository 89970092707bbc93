package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.Client;
import fairway.support.Asked.Person;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who helps, who only vouches, who finds nothing, and how much one of them may look. */
@FairwayTest
@Tag("SEC-4")
class WhoMayHelpTests {
    private static final String REASON = "The passport is hers, and the code was right.";

    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    TestClock clock;

    Person person;
    Client visitor;
    Client first;
    Client second;
    UUID request;

    @BeforeEach
    void somebodyAsksForHelp() {
        clock.advance(Duration.ofMinutes(30));
        person = asked.person(port);
        visitor = new Client(port);
        request = asked.open(visitor, person);
        first = asked.agent(port, "SUPPORT");
        second = asked.agent(port, "SUPPORT");
    }

    @Test
    void an_officer_compares_a_document_but_no_agent_does_and_they_do_not_approve_it() {
        asked.choose(first, request, person);
        var both = asked.agent(port, "SUPPORT", "OFFICER");
        var officer = asked.agent(port, "OFFICER");
        assertThat(officer.get("/desk/help/compare/" + request).status()).isEqualTo(404);
        both.get("/desk/help");
        assertThat(act(both, "proof", "kind", "DOCUMENT")).endsWith("done=asked");
        var path = "/desk/help/compare/" + request;
        assertThat(first.get(path).status()).isEqualTo(404);
        both.get(path);
        assertThat(both.post(path, "paper", "PASSPORT").body()).contains("another officer has to compare");
        assertThat(officer.get(path).body()).contains(person.name()).doesNotContain(person.answer());
        assertThat(officer.post(path).body()).contains("Choose what you compared");
        var third = asked.agent(port, "OFFICER", "SUPPORT");
        third.get(path);
        assertThat(third.post(path, "paper", "PASSPORT").location()).endsWith("?done=compared");
        asked.enter(first, visitor, request, "EMAIL", person.in().email());
        assertThat(act(first, "propose", "reason", REASON)).endsWith("done=proposed");
        third.get("/desk/help/" + request);
        assertThat(act(third, "approve")).endsWith("done=own_proof");
        assertThat(act(second, "approve")).endsWith("done=approved");
    }

    @Test
    @Tag("E06")
    void nobody_without_the_role_finds_the_desk() {
        for (var role : List.of("OFFICER", "SUPERVISOR", "ADMINISTRATOR")) {
            var other = asked.agent(port, role);
            assertThat(other.get("/desk/help").status()).as(role).isEqualTo(404);
            assertThat(other.get("/desk/help/" + request).status()).as(role).isEqualTo(404);
        }
    }

    @Test
    void looking_through_accounts_has_a_limit() {
        var busy = asked.agent(port, "SUPPORT");
        busy.get("/desk/support");
        for (int i = 0; i < 30; i++) {
            busy.post("/desk/support", "who", "x@example.org", "reason", "CALL", "note", "Looks for somebody.");
        }
        var stopped =
                busy.post("/desk/support", "who", "x@example.org", "reason", "CALL", "note", "Looks for somebody.");
        assertThat(stopped.status()).isEqualTo(429);
        assertThat(stopped.retryAfter()).isNotEmpty();
        busy.get("/desk/help/" + request);
        assertThat(busy.post("/desk/help/" + request + "/find", "who", "x@example.org")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void an_address_that_another_account_signs_in_with_is_not_given_a_second_one() {
        var other = asked.person(port);
        var taken = new Person(
                person.in(), person.given(), person.family(), other.in().email());
        var theirs = asked.open(visitor, taken);
        asked.prove(first, visitor, theirs, taken);
        first.get("/desk/help/" + theirs);
        first.post("/desk/help/" + theirs + "/propose", "reason", REASON);
        second.get("/desk/help/" + theirs);
        assertThat(second.post("/desk/help/" + theirs + "/approve").location()).endsWith("done=address_taken");
    }

    private String act(Client agent, String act, String... fields) {
        agent.get("/desk/help/" + request);
        return agent.post("/desk/help/" + request + "/" + act, fields).location();
    }
}
