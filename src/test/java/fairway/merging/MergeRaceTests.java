package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.Safety;
import fairway.merging.TwoAccounts.Side;
import fairway.signin.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Joining beside everything else that changes whose an account is: what must not be together never is. */
@FairwayTest
@Tag("A44")
class MergeRaceTests {
    private static final int ROUNDS = 2;

    @LocalServerPort
    int port;

    @Autowired
    TwoAccounts two;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    Side kept;
    Side gone;

    @BeforeEach
    void onePersonWithTwoAccounts() {
        clock.set(TestClock.START);
        fresh();
    }

    @AfterEach
    void now() {
        db.sql("delete from support.request where number = id::text and words is null and state = 'OPEN'")
                .update();
        clock.set(TestClock.START);
    }

    private void fresh() {
        kept = two.side("Ana Twice");
        gone = two.side("Ana Twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stopped", "address", "unpaid"})
    void whatever_is_under_way_on_the_side_that_goes_is_said_there_and_holds_the_approval_up(String what) {
        var merge = two.proven(port, kept, gone);
        hinder(gone, what);
        clock.advance(Duration.ofHours(24));
        assertThat(two.approve(two.agent(port, "SUPPORT"), merge)).endsWith("done=blocked");
        assertThat(two.state(merge)).isEqualTo("PROVEN");
        var mine = two.in(port, kept);
        mine.get(TwoAccounts.PATH);
        mine.post(TwoAccounts.PATH + "/stop");
        assertThat(two.state(merge)).isEqualTo("STOPPED");
        if (!what.equals("stopped")) {
            var code = two.begin(two.in(port, kept));
            assertThat(two.type(two.in(port, gone), code).body())
                    .contains("class=\"fw-")
                    .doesNotContain("Look once more")
                    .contains(said(what));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recovery", "kind", "protected"})
    void on_the_side_that_stays_it_holds_the_beginning_up_and_says_nothing_to_the_other(String what) {
        var code = two.begin(two.in(port, kept));
        hinder(kept, what);
        var answer = two.type(two.in(port, gone), code);
        assertThat(answer.body()).contains("This code does not work");
        if (!what.equals("stopped")) {
            var mine = two.in(port, kept);
            mine.get(TwoAccounts.PATH);
            assertThat(mine.post(TwoAccounts.PATH).body()).contains(said(what));
        }
    }

    @Test
    void against_a_new_address_either_the_joining_is_held_up_or_no_address_is_on_its_way() {
        for (int round = 0; round < ROUNDS; round++, fresh()) {
            var merge = rested();
            var theirs = two.in(port, gone);
            theirs.get("/account/security/email");
            var address = "new." + UUID.randomUUID() + "@example.org";
            var joined = both(merge, () -> theirs.post("/account/security/email", "email", address));
            var open = count("select count(*) from settings.address_change where account = :id and ended_at is null");
            assertThat(joined && open > 0)
                    .as("joined %s, open %s", joined, open)
                    .isFalse();
            assertThat(two.state(merge)).isEqualTo(joined ? "JOINED" : "PROVEN");
        }
    }

    @Test
    void against_closing_it_is_the_one_or_the_other_and_a_joined_account_never_closes() {
        for (int round = 0; round < ROUNDS; round++, fresh()) {
            var merge = rested();
            var theirs = two.in(port, gone);
            theirs.get("/account/profile/close");
            var joined = both(merge, () -> theirs.post("/account/profile/close", "sure", "yes"));
            assertThat(joined).isTrue();
            assertThat(count("select count(*) from identity.account where id = :id and closed_at is not null"))
                    .isZero();
            var mine = two.in(port, kept);
            assertThat(mine.get("/account/profile/close").body()).contains("it can still be taken back");
        }
    }

    @Test
    void against_a_draft_that_is_written_nothing_is_left_behind() {
        for (int round = 0; round < ROUNDS; round++, fresh()) {
            var theirs = two.in(port, gone);
            var draft = two.draft(theirs);
            var merge = rested();
            var late = two.in(port, gone);
            var joined = both(merge, () -> {
                two.write(late, draft, "Rivera Late");
                return late.post("/forms/i-765/start");
            });
            assertThat(joined).isTrue();
            clock.advance(Duration.ofMinutes(6));
            jobs.runDue();
            assertThat(count("select count(*) from drafts.draft where account = :id"))
                    .isZero();
            assertThat(two.in(port, kept).get(draft + "/legal_name").body()).contains("Rivera");
        }
    }

    @Test
    void against_a_filing_that_is_received_its_case_is_with_the_one_account_in_the_end() {
        for (int round = 0; round < ROUNDS; round++, fresh()) {
            var merge = rested();
            var side = gone;
            both(merge, () -> {
                two.filing(side);
                return null;
            });
            clock.advance(Duration.ofMinutes(6));
            jobs.runDue();
            var owner = two.state(merge).equals("JOINED") ? kept : gone;
            assertThat(cases.of(owner.account())).hasSize(1);
            var filed = cases.of(owner.account()).getFirst().file().filing();
            assertThat(db.sql("select account from filing.filing where id = :id")
                            .param("id", filed)
                            .query(UUID.class)
                            .single())
                    .isEqualTo(owner.account());
        }
    }

    @Test
    void against_the_alarm_the_account_is_never_gone_and_frozen_in_the_end() {
        for (int round = 0; round < ROUNDS; round++, fresh()) {
            var merge = rested();
            var link = two.link(gone.email(), "/sign-in/not-me/");
            var reader = new Client(port);
            reader.get(link);
            both(merge, () -> reader.post(link));
            jobs.runDue();
            assertThat(two.state(merge)).isIn("STOPPED", "UNDONE");
            assertThat(accounts.joins().leading(gone.account())).isEqualTo(gone.account());
        }
    }

    private UUID rested() {
        var merge = two.proven(port, kept, gone);
        clock.advance(Duration.ofHours(24));
        return merge;
    }

    /** Both at once; whether the accounts were joined. */
    private boolean both(UUID merge, Callable<?> other) {
        var agent = two.agent(port, "SUPPORT");
        agent.get("/desk/merges/" + merge);
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Object>> acts = new ArrayList<>();
            acts.add(() -> {
                start.await();
                return agent.post("/desk/merges/" + merge + "/approve").location();
            });
            acts.add(() -> {
                start.await();
                return other.call();
            });
            for (var done : threads.invokeAll(acts)) {
                done.get();
            }
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
        return two.state(merge).equals("JOINED");
    }

    private int count(String sql) {
        return db.sql(sql).param("id", gone.account()).query(Integer.class).single();
    }

    private void hinder(Side side, String what) {
        switch (what) {
            case "stopped" ->
                accounts.safety()
                        .hold(side.account(), clock.instant().plus(Duration.ofDays(9)), Safety.Reason.RECOVERED);
            case "address" -> {
                var browser = two.in(port, side);
                browser.get("/account/security/recovery");
                browser.post("/account/security/recovery", "email", "new." + UUID.randomUUID() + "@example.org");
            }
            case "recovery" ->
                db.sql("""
                        insert into support.request (id, number, kind, account, vault_key, language, state, made_at, due_at)
                        values (:id, :id::text, 'RECOVERY', :account, :id, 'en', 'OPEN', now(), now())
                        """)
                        .param("id", UUID.randomUUID())
                        .param("account", side.account())
                        .update();
            case "kind" -> accounts.choose(side.account(), AccountType.REPRESENTATIVE);
            case "unpaid" -> {
                two.draft(two.in(port, side));
                db.sql("update drafts.draft set status = 'SIGNED' where account = :account")
                        .param("account", side.account())
                        .update();
            }
            default -> {
                two.filing(side);
                db.sql("update cases.case_file set shielded = true where account = :account")
                        .param("account", side.account())
                        .update();
            }
        }
    }

    private static String said(String what) {
        return switch (what) {
            case "address" -> "A new e-mail address is on its way";
            case "recovery" -> "Somebody is getting back into this account";
            case "kind" -> "Accounts of legal representatives";
            case "unpaid" -> "waits for its payment";
            default -> "needs a person of our staff";
        };
    }
}
