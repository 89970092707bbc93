package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.identity.Accounts;
import fairway.identity.PostalAddress;
import fairway.signin.Client;
import fairway.support.Asked.Person;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A thief inside an account changes the postal address and asks the help desk for a letter with a code. */
@FairwayTest
@Tag("SEC-4")
class FreshAddressTests {
    @LocalServerPort
    int port;

    @Autowired
    Asked asked;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    private Person person;
    private Client visitor;
    private Client agent;
    private UUID request;
    private String thief = "";

    @BeforeEach
    void aThiefChangesTheAddress() {
        clock.advance(Duration.ofMinutes(30));
        person = asked.person(port);
        var street = "9 Thief St " + UUID.randomUUID();
        thief = person.name() + "\n" + street + "\nBangor, ME 04401";
        var home = Map.of("country", "US", "street", street, "city", "Bangor", "state", "ME", "zip", "04401");
        accounts.move(person.account(), new PostalAddress(home), null, LocalDate.of(2026, 2, 1));
        visitor = new Client(port);
        request = asked.open(visitor, person);
        agent = asked.agent(port, "SUPPORT");
        asked.choose(agent, request, person);
    }

    @Test
    @Tag("A18")
    @Tag("A58")
    @Tag("R13")
    void the_letter_goes_to_the_address_before_and_every_mailbox_hears_of_it() {
        assertThat(agent.get(here()).body())
                .contains(
                        "The postal address is too new", "Post a code to the earlier address", "It counts as a proof");
        assertThat(agent.get("/es" + here()).body())
                .contains("La dirección postal es demasiado nueva", "Enviar un código a la dirección postal anterior");
        assertThat(letter()).endsWith("done=sent");
        assertThat(asked.bodies(thief)).isEmpty();
        assertThat(asked.subjects(person.letters())).contains("Your code for our help desk");
        assertThat(asked.subjects(person.in().email())).contains("Our help desk sends a letter with a code");
        assertThat(visitor.get("/help/request/status").body()).contains("the letter went to the one before it");
        visitor.post("/help/request/status/code", "code", asked.code(person.letters()));
        assertThat(agent.get(here()).body()).contains("Code by post");
    }

    @Test
    @Tag("A18")
    void who_has_no_other_address_gets_none_until_it_is_thirty_days_old() {
        var other = asked.person(port);
        asked.knownFor(other.account(), -2);
        person = other;
        visitor = new Client(port);
        request = asked.open(visitor, other);
        asked.choose(agent, request, other);
        assertThat(agent.get(here()).body())
                .contains("Until then no letter with a code can be sent")
                .doesNotContain("Post a code");
        var refused = letter();
        assertThat(refused).endsWith("done=too_new");
        agent.get(refused);
        assertThat(agent.get(here()).body()).contains("Not sent: the postal address is too new");
        assertThat(asked.bodies(other.letters())).isEmpty();
        asked.knownFor(other.account(), 1);
        assertThat(agent.get(here()).body()).contains("Post a code").doesNotContain("too new");
        assertThat(letter()).endsWith("done=sent");
    }

    @Test
    @Tag("R06")
    void a_warning_by_post_goes_to_both_addresses() {
        agent.post(here() + "/proof", "kind", "EMAIL");
        var subject = "Somebody asked for a way back into your account";
        assertThat(asked.subjects(thief)).containsExactly(subject);
        assertThat(asked.subjects(person.letters())).containsExactly(subject);
    }

    private String here() {
        return "/desk/help/" + request;
    }

    private String letter() {
        agent.get(here());
        return agent.post(here() + "/proof", "kind", "LETTER").location();
    }
}
