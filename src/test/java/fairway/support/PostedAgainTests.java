package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.signin.Client;
import fairway.support.Asked.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A code by post that could not leave for days is seen by officers, who have another sent to the same address. */
@FairwayTest
@Tag("SEC-4")
@Tag("AGY-8")
class PostedAgainTests {
    private static final String HERE = "/desk/exceptions";

    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    private Instant before = Instant.EPOCH;
    private Person person;
    private Client visitor;
    private UUID request;

    @BeforeEach
    void aLetterThatNeverLeft() {
        before = clock.instant();
        clock.advance(Duration.ofMinutes(30));
        person = asked.person(port);
        visitor = new Client(port);
        request = asked.open(visitor, person);
        var agent = asked.agent(port, "SUPPORT");
        asked.choose(agent, request, person);
        agent.post("/desk/help/" + request + "/proof", "kind", "LETTER");
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
    }

    @AfterEach
    void back() {
        clock.set(before.plus(Duration.ofHours(1)));
    }

    @Test
    @Tag("R03")
    void it_is_made_anew_once_and_its_code_works() {
        assertThat(asked.bodies(person.letters())).as("it does not go out late").noneMatch(this::code);
        var failed = message();
        var officer = asked.agent(port, "OFFICER");
        assertThat(officer.get(HERE).body()).contains("value=\"" + failed + "\"");
        assertThat(officer.post(HERE, "message", failed).location()).endsWith("done=anew");
        assertThat(officer.get(HERE).body()).doesNotContain("value=\"" + failed + "\"");
        assertThat(officer.post(HERE, "message", failed).location()).endsWith("done=late");
        assertThat(asked.bodies(person.letters())).filteredOn(this::code).hasSize(1);
        visitor.get("/help/request/status");
        assertThat(visitor.post("/help/request/status/code", "code", asked.code(person.letters()))
                        .location())
                .endsWith("done=proven");
    }

    @Test
    void where_the_request_has_ended_none_is_sent() {
        var failed = message();
        var agent = asked.agent(port, "SUPPORT");
        agent.get("/desk/help/" + request);
        assertThat(agent.post("/desk/help/" + request + "/decline", "why", "Nobody answered the telephone.")
                        .location())
                .endsWith("done=declined");
        var officer = asked.agent(port, "OFFICER");
        assertThat(officer.get(HERE).body()).doesNotContain("value=\"" + failed + "\"");
        assertThat(officer.post(HERE, "message", failed).location()).endsWith("done=late");
        assertThat(asked.bodies(person.letters())).noneMatch(this::code);
    }

    private boolean code(String letter) {
        return letter.matches("(?s).*[0-9]{4} ?[0-9]{4}.*");
    }

    private String message() {
        return db.sql("""
                select id::text from delivery.message where account = :account and template = 'support.code'
                  and channel = 'LETTER' and state = 'FAILED_PERMANENT'
                """)
                .param("account", person.account())
                .query(String.class)
                .single();
    }
}
