package fairway.merging;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.identity.Accounts;
import fairway.identity.Moving;
import fairway.merging.TwoAccounts.Side;
import fairway.signin.Client;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What moved moves back, exactly that, for thirty days; then it stays. */
@FairwayTest
@Tag("ACC-13")
class MergeUndoTests {
    /** Columns whose rows move with their account, and the condition on those that do. */
    private static final Map<String, String> MOVED = Map.of(
            "cases.case_file.account", "true",
            "cases.access.account", "true",
            "drafts.draft.account", "true",
            "filing.package.account", "true",
            "filing.filing.account", "true",
            "payments.pack.account", "true",
            "intake.paper_file.claimed_by", "true",
            "support.request.account", "kind = 'MESSAGE'",
            "support.person_mark.account", "source <> 'profile'");

    /** Columns that keep naming the account they were written for, each looked at. */
    private static final Map<String, String> LEFT = new TreeMap<>(Map.ofEntries(
            Map.entry("administration.disabled.account", "staff"),
            Map.entry("administration.invitation.account", "staff"),
            Map.entry("alerts.choice.account", "what its own addresses are told"),
            Map.entry("cases.case_event.actor", "who did it then"),
            Map.entry("delivery.agreed.account", "consent to texts, of its own phone"),
            Map.entry("delivery.message.account", "what was sent to its own addresses"),
            Map.entry("documents.document.sent_by", "who sent it; alerts follow to the account it leads to"),
            Map.entry("documents.traffic.account", "how much was sent on a day"),
            Map.entry("drafts.draft_change.actor", "who did it then"),
            Map.entry("drafts.draft_page.saved_by", "who did it then"),
            Map.entry("audit.entry.actor", "who did it then; the history reads both"),
            Map.entry("identity.account_hold.account", "its own ways in"),
            Map.entry("identity.address_change.account", "sealed under its key; its cases keep what they were told"),
            Map.entry("identity.phone_proof.account", "its own phone"),
            Map.entry("identity.profile.account", "sealed under its key; what the other one lacks is added to that"),
            Map.entry("identity.profile_added.account", "what a joining added to it; taken out by the undo"),
            Map.entry("identity.recovery_address.account", "its own ways in"),
            Map.entry("identity.account.joined_to", "the joining itself"),
            Map.entry("intake.paper_file.account", "the account of a filing on paper, part of this one"),
            Map.entry("intake.letter_request.asked_by", "who asked for a letter then"),
            Map.entry("merging.merge.kept", "the joining itself"),
            Map.entry("merging.merge.gone", "the joining itself"),
            Map.entry("passkeys.ceremony.account", "its own ways in"),
            Map.entry("passkeys.holder.account", "its own ways in"),
            Map.entry("passkeys.passkey.account", "its own ways in"),
            Map.entry("promises.promise.made_to", "what is waited for is read of both"),
            Map.entry("recovery.attempt.account", "its own ways in; ended"),
            Map.entry("recovery.hold.account", "its own ways in; none is open"),
            Map.entry("settings.address_change.account", "its own addresses; none is open"),
            Map.entry("settings.alarm_link.account", "stops and takes back"),
            Map.entry("settings.backup_check.account", "its own ways in"),
            Map.entry("signin.authenticator.account", "its own ways in"),
            Map.entry("signin.backup_code.account", "its own ways in"),
            Map.entry("signin.credential.account", "its own ways in; closed"),
            Map.entry("signin.device.account", "its own ways in"),
            Map.entry("signin.reset_answer.account", "its own ways in"),
            Map.entry("signin.session.account", "ended"),
            Map.entry("support.look.account", "who looked at it then"),
            Map.entry("support.proof.account", "for a way back into it; none is open")));

    @LocalServerPort
    int port;

    @Autowired
    TwoAccounts two;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    List<Moving> movings;

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
        kept = two.side("Ana Twice");
        gone = two.side("Ana Twice");
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    @Test
    void every_column_that_names_an_account_moves_or_was_looked_at() {
        var columns = db.sql("""
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                where data_type = 'uuid' and table_schema not in ('information_schema', 'pg_catalog')
                  and column_name in ('account', 'joined_to', 'claimed_by', 'asked_by', 'sent_by', 'saved_by', 'made_to',
                      'actor', 'owner', 'person', 'kept', 'gone')
                  and table_schema || '.' || table_name || '.' || column_name <> 'support.proof.asked_by'
                """).query(String.class).list();
        var known = new TreeSet<>(MOVED.keySet());
        known.addAll(LEFT.keySet());
        assertThat(new TreeSet<>(columns)).isEqualTo(known);
    }

    @Test
    void everything_moves_and_exactly_that_moves_back_while_what_is_new_stays() {
        everything(gone);
        everything(kept);
        two.in(port, gone).post("/account/profile/former-names", "name.family", "Before", "name.given", "Ana");
        var own = snapshot(gone);
        var others = snapshot(kept);
        assertThat(own.values()).as("each table has rows to move").noneMatch(List::isEmpty);
        var merge = two.joined(port, kept, gone);
        jobs.runDue();
        assertThat(snapshot(gone).values()).allMatch(List::isEmpty);
        var moved = db.sql("select distinct kind from merging.moved where merge = :merge")
                .param("merge", merge)
                .query(String.class)
                .list();
        assertThat(moved)
                .containsExactlyInAnyOrderElementsOf(
                        movings.stream().map(Moving::what).toList());

        var one = two.in(port, kept);
        var fresh = two.draft(one).replaceFirst(".*/", "");
        two.message(one, "Written after the accounts were one.");
        two.filing(kept);
        var newest = cases.of(kept.account()).size();
        one = two.in(port, kept);
        one.get(TwoAccounts.PATH);
        assertThat(one.post(TwoAccounts.PATH + "/undo", "merge", merge.toString())
                        .location())
                .endsWith("done=undone");
        assertThat(snapshot(gone)).isEqualTo(own);
        assertThat(snapshot(kept).get("drafts.draft.account"))
                .containsAll(others.get("drafts.draft.account"))
                .contains(fresh);
        assertThat(cases.of(kept.account())).hasSize(newest - 1);
        var back = new Client(port);
        assertThat(two.enter(back, gone)).isEqualTo("/sign-in/next");
        var receipt = cases.of(gone.account()).getFirst().file().receipt();
        assertThat(back.get("/cases/" + receipt).status()).isEqualTo(200);
        assertThat(two.in(port, kept).get("/cases/" + receipt).status()).isEqualTo(404);
        assertThat(back.get("/account/support").body())
                .contains("Something I wrote.")
                .doesNotContain("Written after");
        assertThat(two.subjects(gone.email())).contains("Two accounts are separate again");
        assertThat(two.subjects(kept.email())).contains("Two accounts are separate again");
    }

    @Test
    void a_draft_that_became_a_filing_meanwhile_stays_with_what_it_became() {
        var draft = two.draft(two.in(port, gone)).replaceFirst(".*/", "");
        var merge = two.joined(port, kept, gone);
        db.sql("update drafts.draft set status = 'SIGNED' where id = :id::uuid")
                .param("id", draft)
                .update();
        assertThat(undo(merge)).isTrue();
        assertThat(db.sql("select account from drafts.draft where id = :id::uuid")
                        .param("id", draft)
                        .query(UUID.class)
                        .single())
                .isEqualTo(kept.account());
        db.sql("delete from drafts.draft where id = :id::uuid")
                .param("id", draft)
                .update();
    }

    @Test
    void who_reads_the_mail_of_the_account_that_went_takes_it_back_with_one_press_and_looking_does_nothing() {
        var merge = two.joined(port, kept, gone);
        var link = two.link(gone.email(), "/sign-in/unmerge/");
        var reader = new Client(port);
        assertThat(reader.get(link).body()).contains("Take back that two accounts were joined?");
        assertThat(two.state(merge)).isEqualTo("JOINED");
        assertThat(reader.post(link).body()).contains("The two accounts are separate again");
        assertThat(two.state(merge)).isEqualTo("UNDONE");
        assertThat(reader.post(link).body()).contains("does not work any more");
        assertThat(two.enter(new Client(port), gone)).isEqualTo("/sign-in/next");
        assertThat(reader.get("/sign-in/unmerge/AAAAAAAAAAAAAAAAAAAAAA").body()).contains("does not work any more");
    }

    @Test
    @Tag("A18")
    void the_alarm_of_the_account_that_went_takes_it_back_and_before_the_decision_stops_it() {
        var merge = two.joined(port, kept, gone);
        var alarm = two.link(gone.email(), "/sign-in/not-me/");
        var reader = new Client(port);
        reader.get(alarm);
        assertThat(reader.post(alarm).location()).isEqualTo("/sign-in/alarm-raised");
        jobs.runDue();
        assertThat(two.state(merge)).isEqualTo("UNDONE");
        assertThat(accounts.safety().holdOn(gone.account())).isPresent();
        clock.advance(Duration.ofHours(73));
        var third = two.side("Ana Twice");
        var next = two.proven(port, gone, third);
        alarm = two.link(gone.email(), "/sign-in/not-me/");
        reader.get(alarm);
        reader.post(alarm);
        assertThat(two.state(next)).isEqualTo("STOPPED");
        assertThat(two.subjects(third.email())).contains("Your account is not joined with another one");
    }

    @Test
    void nobody_else_takes_it_back_and_of_fifty_at_once_one_does() throws Exception {
        two.filing(gone);
        var merge = two.joined(port, kept, gone);
        var stranger = two.in(port, two.side("Eva Other"));
        stranger.get(TwoAccounts.PATH);
        assertThat(stranger.post(TwoAccounts.PATH + "/undo", "merge", merge.toString())
                        .location())
                .endsWith("done=over");
        assertThat(two.state(merge)).isEqualTo("JOINED");
        var agent = two.agent(port, "SUPPORT");
        agent.get("/desk/merges/" + merge);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = IntStream.range(0, 50)
                    .mapToObj(n -> (Callable<String>) () -> agent.copy()
                            .post("/desk/merges/" + merge + "/undo", "reason", "The person called and proved it.")
                            .location())
                    .toList();
            int undone = 0;
            for (var press : threads.invokeAll(presses)) {
                undone += press.get().endsWith("done=undone") ? 1 : 0;
            }
            assertThat(undone).isEqualTo(1);
        }
        assertThat(cases.of(gone.account())).hasSize(1);
    }

    @Test
    void after_thirty_days_it_stays_its_ways_in_are_gone_its_address_is_free_and_its_seals_open() {
        var draft = two.draft(two.in(port, gone));
        two.filing(gone);
        var merge = two.joined(port, kept, gone);
        var link = two.link(gone.email(), "/sign-in/unmerge/");
        clock.advance(Duration.ofDays(20));
        two.write(two.in(port, kept), draft, "Rivera Lopez");
        clock.advance(Duration.ofDays(10));
        jobs.runDue();
        assertThat(two.state(merge)).isEqualTo("FINAL");
        assertThat(undo(merge)).isFalse();
        assertThat(new Client(port).get(link).body()).contains("does not work any more");
        var ways = db.sql("select count(*) from signin.credential where account = :account")
                .param("account", gone.account())
                .query(Integer.class)
                .single();
        assertThat(ways).isZero();
        assertThat(accounts.byEmail(
                        fairway.identity.EmailAddress.read(gone.email()).orElseThrow(), false))
                .isEmpty();
        var one = two.in(port, kept);
        assertThat(one.get(draft + "/legal_name").body()).contains("Rivera");
        assertThat(cases.of(kept.account())).hasSize(1);
        assertThat(one.get(TwoAccounts.PATH).body()).contains("Joined for good");
        assertThat(one.get("/account/security/history").status()).isEqualTo(200);
        var number = accounts.find(gone.account()).orElseThrow().number();
        assertThat(accounts.byNumber(number).orElseThrow().id()).isEqualTo(kept.account());
    }

    private boolean undo(UUID merge) {
        var one = two.in(port, kept);
        one.get(TwoAccounts.PATH);
        return one.post(TwoAccounts.PATH + "/undo", "merge", merge.toString())
                .location()
                .endsWith("done=undone");
    }

    private void everything(Side side) {
        var browser = two.in(port, side);
        two.draft(browser);
        two.message(browser, "Something I wrote.");
        two.filing(side);
        two.more(side);
    }

    /** The identifiers of all rows that move, by their columns. */
    private Map<String, List<String>> snapshot(Side side) {
        return MOVED.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> rows(entry, side)));
    }

    private List<String> rows(Map.Entry<String, String> entry, Side side) {
        var table = entry.getKey().substring(0, entry.getKey().lastIndexOf('.'));
        var column = entry.getKey().substring(entry.getKey().lastIndexOf('.') + 1);
        var key = Map.of(
                        "cases.access", "case_id",
                        "payments.pack", "pack",
                        "support.person_mark", "source || kind || mark::text")
                .getOrDefault(table, "id");
        return db.sql("select (" + key + ")::text from " + table + " where " + column + " = :account and "
                        + entry.getValue() + " order by 1")
                .param("account", side.account())
                .query((row, n) -> String.valueOf(row.getString(1)))
                .list();
    }
}
