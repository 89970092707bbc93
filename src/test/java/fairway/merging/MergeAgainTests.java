package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.Safety.Reason;
import fairway.merging.TwoAccounts.Side;
import fairway.signin.Client;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who reads an address of one of two accounts ends their joining once, and cannot keep them apart for ever. */
@FairwayTest
@Tag("ACC-13")
@Tag("A58")
class MergeAgainTests {
    private static final String UNDO = "/sign-in/unmerge/";
    private static final String ALARM = "/sign-in/not-me/";

    @LocalServerPort
    int port;

    @Autowired
    TwoAccounts two;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    Side kept;
    Side gone;

    @BeforeEach
    void onePersonWithTwoAccounts() {
        clock.set(TestClock.START);
        kept = two.side("Ana Twice");
        gone = two.side("Ana Twice");
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    void a_mailbox_takes_a_joining_back_once_and_the_desk_and_the_account_that_stays_still_can() {
        two.joined(port, kept, gone);
        press(two.link(gone.email(), UNDO));
        var links = links(gone.email());
        assertThat(links).isEqualTo(1);

        var again = two.joined(port, kept, gone);
        assertThat(links(gone.email())).as("no link comes any more").isEqualTo(links);
        assertThat(two.subjects(gone.email()).stream().filter("Your account was joined to your other one"::equals))
                .as("but the news does")
                .hasSize(2);
        press(two.link(gone.email(), ALARM));
        jobs.runDue();
        assertThat(two.state(again)).as("nor does its alarm take it back").isEqualTo("JOINED");

        var agent = two.agent(port, "SUPPORT");
        assertThat(agent.get("/desk/merges/" + again).body()).contains("were to be one before");
        assertThat(agent.post("/desk/merges/" + again + "/undo", "reason", "The person called and proved it.")
                        .location())
                .endsWith("done=undone");

        clock.advance(Duration.ofHours(73));
        var third = two.joined(port, kept, gone);
        var one = two.in(port, kept);
        one.get(TwoAccounts.PATH);
        assertThat(one.post(TwoAccounts.PATH + "/undo", "merge", third.toString())
                        .location())
                .endsWith("done=undone");
    }

    @Test
    void the_recovery_address_has_a_word_of_its_own() {
        var second = "second." + UUID.randomUUID() + "@example.org";
        accounts.safety().recoverAt(gone.account(), EmailAddress.read(second).orElseThrow());
        two.joined(port, kept, gone);
        press(two.link(gone.email(), UNDO));
        var again = two.joined(port, kept, gone);
        assertThat(links(gone.email())).isEqualTo(1);
        press(two.link(second, UNDO));
        assertThat(two.state(again)).isEqualTo("UNDONE");
        var third = two.joined(port, kept, gone);
        assertThat(links(second)).as("two were sent before").isEqualTo(2);
        assertThat(two.state(third)).isEqualTo("JOINED");
    }

    @Test
    void an_alarm_from_the_mailbox_stops_what_was_proven_once_and_later_ones_do_not_hold_up_the_desk() {
        var first = two.proven(port, kept, gone);
        press(two.link(gone.email(), ALARM));
        assertThat(two.state(first)).isEqualTo("STOPPED");
        clock.advance(Duration.ofHours(73));

        var next = two.proven(port, gone, kept);
        press(two.link(gone.email(), ALARM));
        assertThat(two.state(next)).as("the same two, the other way round").isEqualTo("PROVEN");
        assertThat(accounts.safety().holdOn(gone.account()).orElseThrow().reason())
                .isEqualTo(Reason.NOT_ME_AGAIN);
        clock.advance(Duration.ofHours(24));
        assertThat(two.approve(two.agent(port, "SUPPORT"), next)).endsWith("done=joined");
    }

    @Test
    void another_pair_of_accounts_and_the_other_mailbox_have_a_word_of_their_own() {
        var first = two.proven(port, kept, gone);
        press(two.link(gone.email(), ALARM));
        assertThat(two.state(first)).isEqualTo("STOPPED");
        clock.advance(Duration.ofHours(73));
        var next = two.proven(port, kept, gone);
        press(two.link(kept.email(), ALARM));
        assertThat(two.state(next)).isEqualTo("STOPPED");
        clock.advance(Duration.ofHours(73));
        var other = two.proven(port, two.side("Ana Twice"), gone);
        press(two.link(gone.email(), ALARM));
        assertThat(two.state(other)).isEqualTo("STOPPED");
    }

    private void press(String link) {
        var reader = new Client(port);
        reader.get(link);
        reader.post(link);
    }

    private long links(String address) {
        return two.bodies(address).stream().filter(body -> body.contains(UNDO)).count();
    }
}
