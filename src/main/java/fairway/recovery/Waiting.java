package fairway.recovery;

import com.fasterxml.uuid.NoArgGenerator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.promises.Promises;
import fairway.recovery.Recovery.State;
import fairway.signin.SecurityNews;
import fairway.signin.Token;
import fairway.ui.NotFound;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Returns that wait: told to everybody when they begin, stopped by anybody, promised, and over in time. */
@Service
class Waiting {
    private static final int BITS = 128;
    static final String PROMISE = "recovery.hold";
    private static final Duration GRACE = Duration.ofHours(1);

    private final HoldTable table;
    private final RecoveryPost post;
    private final Promises promises;
    private final Sources sources;
    private final Telling telling;

    Waiting(HoldTable table, RecoveryPost post, Promises promises, Sources sources, Telling telling) {
        this.table = table;
        this.post = post;
        this.promises = promises;
        this.sources = sources;
        this.telling = telling;
    }

    @Component("recoverySources")
    record Sources(NoArgGenerator ids, SecureRandom random, InstantSource clock, RecoverySettings settings) {
        Token secret() {
            return Token.fresh(random, BITS);
        }
    }

    @Component("recoveryTelling")
    record Telling(Accounts accounts, Audit audit, ApplicationEventPublisher events, SchedulerClient jobs) {}

    /** What becomes of the wish to wait. */
    sealed interface Wish {
        record Waits(Token view) implements Wish {}

        /** Another return to this account waits that was asked for from elsewhere. */
        record Running() implements Wish {}

        /** Begun here too often and never finished: the help desk goes on. */
        record TooOften() implements Wish {}
    }

    @Transactional
    public Wish begin(Attempt attempt, EmailAddress address, Locale language) {
        var account = attempt.account();
        telling.accounts().safety().lock(account);
        if (telling.accounts().find(account).filter(found -> !found.closed()).isEmpty()) {
            throw new NotFound();
        }
        var running = table.open(account);
        if (running.isPresent() && running.get().address().equals(address)) {
            return again(running.get());
        }
        var origin = Hold.Origin.of(attempt);
        if (tooOften(attempt)) {
            record(account, "refused", Map.of("via", attempt.via().name()));
            return new Wish.TooOften();
        }
        if (running.filter(
                        old -> !Contest.replaces(origin.backed(), old.origin().backed()))
                .isPresent()) {
            return new Wish.Running();
        }
        running.ifPresent(old -> cancel(old, "replaced"));
        return new Wish.Waits(begin(account, origin, address, language, "links").view());
    }

    boolean tooOften(Attempt attempt) {
        return !before(attempt.account()).mayBegin(attempt.via());
    }

    /** Instead of any other that waits: two proofs were shown to two people. */
    @Transactional
    public UUID assisted(UUID account, EmailAddress address, Locale language, String basis) {
        telling.accounts().safety().lock(account);
        var holder = telling.accounts().byEmail(address, false).map(Account::id);
        if (holder.isPresent() && !holder.get().equals(account)) {
            throw new IllegalArgumentException("Another account signs in with this address");
        }
        table.open(account).ifPresent(old -> cancel(old, "replaced"));
        return begin(account, Hold.Origin.DESK, address, language, basis).hold();
    }

    Optional<Hold> find(UUID id) {
        return table.find(id);
    }

    Optional<Hold> seenBy(Token view) {
        return table.seenBy(view);
    }

    Optional<Hold> cancelledBy(Token cancel) {
        return table.cancelledBy(cancel);
    }

    Optional<Hold> finishedBy(Token finish) {
        return table.finishedBy(finish, sources.settings().finishLink());
    }

    @Transactional
    public boolean cancel(UUID id, String by) {
        return table.find(id).filter(hold -> cancel(hold, by)).isPresent();
    }

    /** By the link of a message; where it was read counts later. */
    @Transactional
    public boolean stop(Token cancel) {
        var stopped = table.cancelledBy(cancel).filter(hold -> cancel(hold, "link"));
        stopped.ifPresent(hold -> table.stopped(cancel));
        return stopped.isPresent();
    }

    /** Somebody said that it was not them; from a mailbox that said so before it stops only what a link alone began. */
    @Transactional
    public void alarmed(UUID account, boolean mailboxAgain) {
        table.open(account)
                .filter(hold -> !mailboxAgain || !hold.origin().backed())
                .ifPresent(hold -> cancel(hold, "alarm"));
    }

    /** Somebody else was in the account, or its owner got in meanwhile: nothing waits any more. */
    @Transactional
    public void cancelAll(UUID account) {
        table.open(account).ifPresent(hold -> cancel(hold, "owner"));
    }

    /** When the wait is over: a link to the address. */
    @Transactional
    public void due(UUID id) {
        table.find(id).filter(hold -> hold.state() == State.HELD).ifPresent(hold -> {
            send(hold);
            promises.keep(PROMISE, id.toString());
            record(hold, "ready", Map.of());
        });
    }

    /** The link once more, because the last one is too old or was lost. */
    @Transactional
    public void sendAgain(Hold hold) {
        var sent = hold.times().sentAt();
        if (hold.state() == State.READY
                && (sent == null
                        || sent.plusSeconds(60).isBefore(sources.clock().instant()))) {
            send(hold);
        }
    }

    @Transactional
    public void lapse(UUID id) {
        table.find(id)
                .filter(hold -> table.end(id, State.READY, State.LAPSED))
                .ifPresent(hold -> record(hold, "lapsed", Map.of()));
    }

    /** Used now; of many at once exactly one may go on. */
    boolean finish(Hold hold) {
        var done = table.end(hold.id(), State.READY, State.DONE);
        if (done) {
            record(hold, "done", Map.of());
        }
        return done;
    }

    private record Begun(UUID hold, Token view) {}

    private Wish again(Hold running) {
        var view = sources.secret();
        table.see(running.id(), view);
        post.begun(running, view, now());
        return new Wish.Waits(view);
    }

    private Contest before(UUID account) {
        return table.before(
                account, sources.clock().instant().minus(sources.settings().remembered()));
    }

    private Begun begin(UUID account, Hold.Origin origin, EmailAddress address, Locale language, String basis) {
        var now = sources.clock().instant();
        var due = now.plus(sources.settings().hold());
        var times = new Hold.Times(now, due, null, null);
        var hold = new Hold(sources.ids().generate(), account, origin, address, language, times, State.HELD);
        var view = sources.secret();
        var contest = before(account);
        table.add(hold, basis, view);
        post.begun(hold, view, now());
        post.warn(hold, told -> contest.mayStop(told, origin.backed()), told -> {
            var cancel = sources.secret();
            table.stoppedBy(hold.id(), cancel, told);
            return cancel;
        });
        promises.open(PROMISE, hold.id().toString(), account, due.plus(GRACE));
        var name = hold.id().toString();
        telling.jobs().scheduleIfNotExists(RecoveryJobs.DUE.instance(name).scheduledTo(due));
        telling.jobs()
                .scheduleIfNotExists(RecoveryJobs.LAPSE
                        .instance(name)
                        .scheduledTo(due.plus(sources.settings().finishWithin())));
        record(hold, "begun", Map.of("kind", origin.kind().name(), "basis", basis));
        return new Begun(hold.id(), view);
    }

    private void send(Hold hold) {
        var finish = sources.secret();
        table.ready(hold.id(), finish);
        post.finish(hold, finish, now());
    }

    private boolean cancel(Hold hold, String by) {
        var stopped =
                table.end(hold.id(), State.HELD, State.CANCELLED) || table.end(hold.id(), State.READY, State.CANCELLED);
        if (stopped) {
            promises.keep(PROMISE, hold.id().toString());
            record(hold, "cancelled", Map.of("by", by));
            telling.events()
                    .publishEvent(new SecurityNews(
                            hold.account(),
                            SecurityNews.What.RECOVERY_CANCELLED,
                            hold.id().toString()));
        }
        return stopped;
    }

    private long now() {
        return sources.clock().instant().toEpochMilli();
    }

    private void record(Hold hold, String what, Map<String, String> facts) {
        record(hold.account(), what, facts);
    }

    private void record(UUID account, String what, Map<String, String> facts) {
        var subject = Subject.of("account", account);
        telling.audit().record(new Act(Actor.anonymous(), "recovery." + what, subject, facts));
    }
}
