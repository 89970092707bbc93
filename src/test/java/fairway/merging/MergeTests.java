package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.cases.Cases;
import fairway.identity.Accounts;
import fairway.merging.TwoAccounts.Side;
import fairway.signin.Client;
import fairway.signin.TestSignIn;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two accounts of one person become one, and nobody else’s do. */
@FairwayTest
@Tag("ACC-13")
@Tag("AGY-5")
class MergeTests {
    private static final String WRONG = "This code does not work";

    @LocalServerPort
    int port;

    @Autowired
    TwoAccounts two;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    Audit audit;

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
    void proven_in_both_and_approved_everything_is_in_the_one_and_the_other_opens_nothing() {
        var theirs = new Client(port);
        assertThat(two.enter(theirs, gone)).isEqualTo("/sign-in/next");
        var draft = two.draft(theirs);
        two.message(theirs, "My second account has a case, too.");
        two.filing(gone);
        var receipt = cases.of(gone.account()).getFirst().file().receipt();
        var mine = new Client(port);
        assertThat(two.enter(mine, kept)).isEqualTo("/sign-in/next");
        var code = two.begin(mine);
        assertThat(two.type(theirs, code).location()).isEqualTo(TwoAccounts.PATH + "/code");
        assertThat(theirs.get(TwoAccounts.PATH + "/code").body()).contains("Look once more", "Ana Twice", last(kept));
        assertThat(two.agree(theirs).location()).endsWith("done=proven");
        var merge = two.merge(kept);
        clock.advance(Duration.ofHours(24));
        var agent = two.agent(port, "SUPPORT");
        assertThat(agent.get("/desk/merges").body()).contains("/desk/merges/" + merge);
        assertThat(agent.get("/desk/merges/" + merge).body())
                .contains(
                        "Ana Twice",
                        last(kept),
                        last(gone),
                        "t•••@example.org",
                        receipt.value().substring(3, 7))
                .doesNotContain(kept.email(), gone.email());
        assertThat(two.approve(agent, merge)).endsWith("done=joined");

        assertThat(theirs.get("/account").location()).startsWith("/sign-in");
        var again = new Client(port);
        assertThat(two.enter(again, gone)).isEqualTo("/sign-in/joined");
        assertThat(again.get("/sign-in/joined").body()).contains("You joined this account to your other one");
        assertThat(again.get("/account").location()).startsWith("/sign-in");
        again.get("/sign-in");
        assertThat(again.post("/sign-in", "email", gone.email(), "password", "No es esta casa.")
                        .body())
                .doesNotContain("joined");

        var one = two.in(port, kept);
        assertThat(one.get("/cases/" + receipt).body()).contains("moved to another online account");
        assertThat(one.get(draft + "/legal_name").body()).contains("Rivera");
        assertThat(two.write(one, draft, "Rivera Lopez").status()).isEqualTo(303);
        assertThat(one.get("/account/support").body()).contains("My second account has a case, too.");
        assertThat(one.get("/account").body()).contains("Two accounts are one now");
        assertThat(one.get("/account/security/history").body())
                .contains("the two accounts became one", "In the account whose number ends in " + last(gone));
        var number = accounts.find(gone.account()).orElseThrow().number();
        assertThat(accounts.byNumber(number).orElseThrow().id()).isEqualTo(kept.account());
        assertThat(one.get("/account/profile").body()).contains(number.grouped());
        assertThat(cases.of(gone.account())).isEmpty();
    }

    @Test
    @Tag("R05")
    void every_step_is_told_to_every_address_of_both_and_for_30_days_to_those_of_the_one_that_went() {
        two.joined(port, kept, gone);
        assertThat(two.subjects(kept.email()))
                .contains(
                        "Somebody wants to join your account with another one",
                        "Your account is to be joined with another one",
                        "Another account is part of yours now");
        assertThat(two.subjects(gone.email()))
                .contains("Your account is to be joined with another one", "Your account was joined to your other one");
        assertThat(two.subjects(gone.phone())).hasSizeGreaterThanOrEqualTo(2);
        var one = two.in(port, kept);
        one.get("/account/security/email");
        one.post("/account/security/email", "email", "new." + UUID.randomUUID() + "@example.org");
        assertThat(two.subjects(gone.email())).contains("Your e-mail address is about to change");
        clock.advance(Duration.ofDays(31));
        jobs.runDue();
        var before = two.subjects(gone.email());
        one = two.in(port, kept);
        one.get("/account/security/email");
        one.post("/account/security/email", "email", "new." + UUID.randomUUID() + "@example.org");
        assertThat(two.subjects(gone.email())).isEqualTo(before);
    }

    @Test
    @Tag("A44")
    void a_code_works_once_for_an_hour_and_says_nothing_about_its_account_before() {
        var mine = two.in(port, kept);
        var first = two.begin(mine);
        var second = two.begin(mine);
        assertThat(second).isNotEqualTo(first);
        var theirs = two.in(port, gone);
        var replaced = two.type(theirs, first);
        assertThat(replaced.body()).contains(WRONG).doesNotContain("Ana Twice</bdi></dd>");
        var unknown = two.type(two.in(port, gone), "AAAA-AAAA-AAAA");
        assertThat(bare(unknown, "AAAA-AAAA-AAAA")).isEqualTo(bare(replaced, first));
        assertThat(bare(two.type(two.in(port, kept), second), second)).contains(WRONG);
        assertThat(two.type(two.in(port, gone), second).status()).isEqualTo(303);
        var stranger = two.side("Eva Other");
        assertThat(bare(two.type(two.in(port, stranger), second), second)).contains(WRONG);
        assertThat(two.agree(two.in(port, stranger)).location()).endsWith("done=over");
        assertThat(two.agree(two.in(port, gone)).location()).endsWith("done=proven");
        assertThat(bare(two.type(two.in(port, stranger), second), second)).contains(WRONG);
        var late = two.begin(two.in(port, stranger));
        clock.advance(Duration.ofMinutes(60));
        assertThat(bare(two.type(two.in(port, two.side("Leo Late")), late), late))
                .contains(WRONG);
    }

    @Test
    void after_five_wrong_codes_one_waits_an_hour_and_the_right_one_does_not_help() {
        var code = two.begin(two.in(port, kept));
        var theirs = two.in(port, gone);
        for (int i = 0; i < 5; i++) {
            assertThat(two.type(theirs, "AAAA-AAAA-AAA" + i).body()).contains(WRONG);
        }
        var refused = two.type(theirs, code);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("That was too often");
    }

    @Test
    @Tag("A18")
    void without_a_fresh_proof_of_password_and_code_no_step_is_made_in_either_account() {
        var mine = two.in(port, kept);
        var code = two.begin(mine);
        var theirs = two.in(port, gone);
        theirs.get(TwoAccounts.PATH);
        clock.advance(Duration.ofMinutes(6));
        for (var path : new String[] {"", "/code", "/code/agree", "/undo"}) {
            assertThat(theirs.post(TwoAccounts.PATH + path, "code", code, "sure", "yes")
                            .location())
                    .as(path)
                    .startsWith("/sign-in/again");
        }
        assertThat(mine.get(TwoAccounts.PATH).location()).startsWith("/sign-in/again");
        assertThat(two.state(two.merge(kept))).isEqualTo("ASKED");
    }

    @Test
    @Tag("A18")
    void staff_decides_after_a_day_with_the_role_and_never_about_an_address_of_their_own() {
        var merge = two.proven(port, kept, gone);
        assertThat(two.approve(two.agent(port, "SUPPORT"), merge)).endsWith("done=too_early");
        clock.advance(Duration.ofHours(24));
        for (var roles : new String[][] {{"OFFICER", "SUPERVISOR"}, {"ADMINISTRATOR"}}) {
            var other = two.agent(port, roles);
            assertThat(other.get("/desk/merges/" + merge).status()).isEqualTo(404);
            assertThat(other.post("/desk/merges/" + merge + "/approve").status())
                    .isEqualTo(404);
        }
        var agent = signIn.officer("Sam Invented", "SUPPORT");
        var own = fairway.identity.EmailAddress.read(agent.email()).orElseThrow();
        accounts.safety().recoverAt(gone.account(), own);
        var client = TwoAccounts.client(port, agent);
        assertThat(two.approve(client, merge)).endsWith("done=own");
        accounts.safety().recoverAt(gone.account(), null);
        assertThat(client.post("/desk/merges/" + merge + "/refuse", "why", "no").body())
                .contains("at least 10 letters");
        assertThat(client.post("/desk/merges/" + merge + "/refuse", "why", "The names are of two people.")
                        .location())
                .endsWith("done=refused");
        assertThat(two.approve(client, merge)).endsWith("done=over");
        for (var side : new Side[] {kept, gone}) {
            assertThat(two.in(port, side).get(TwoAccounts.PATH).body())
                    .contains("Not approved", "The names are of two people.");
            assertThat(two.subjects(side.email())).contains("Your account is not joined with another one");
        }
        assertThat(audit.about(Subject.of("account", gone.account())))
                .extracting(entry -> entry.act().what())
                .contains("merging.looked", "merging.refused");
    }

    @Test
    @Tag("A44")
    void of_fifty_approvals_at_once_one_succeeds() throws Exception {
        two.filing(gone);
        var merge = two.proven(port, kept, gone);
        clock.advance(Duration.ofHours(24));
        var agent = two.agent(port, "SUPPORT");
        agent.get("/desk/merges/" + merge);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = IntStream.range(0, 50)
                    .mapToObj(n -> (Callable<String>) () -> agent.copy()
                            .post("/desk/merges/" + merge + "/approve")
                            .location())
                    .toList();
            int joined = 0;
            for (var press : threads.invokeAll(presses)) {
                joined += press.get().endsWith("done=joined") ? 1 : 0;
            }
            assertThat(joined).isEqualTo(1);
        }
        assertThat(audit.about(Subject.of("account", kept.account())))
                .extracting(entry -> entry.act().what())
                .containsOnlyOnce("merging.joined");
        assertThat(cases.of(kept.account())).hasSize(1);
    }

    private String last(Side side) {
        return accounts.find(side.account()).orElseThrow().number().lastFour();
    }

    /** Without what each answer has of its own. */
    private static String bare(Client.Answer answer, String typed) {
        return answer.body().replace(typed, "").replaceAll("nonce=\"[^\"]*\"|name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
