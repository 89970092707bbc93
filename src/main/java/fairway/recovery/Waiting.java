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
        Secret secret() {
            return Secret.fresh(random);
        }
    }

    @Component("recoveryTelling")
    record Telling(Accounts accounts, Audit audit, ApplicationEventPublisher events, SchedulerClient jobs) {}

    /** Empty while another return to this account waits that was asked for from elsewhere. */
    @Transactional
    public Optional<Secret> begin(UUID account, EmailAddress address, Locale language) {
        telling.accounts().safety().lock(account);
        var running = table.open(account);
        if (running.isEmpty()) {
            return Optional.of(
                    begin(account, Hold.Kind.SELF, address, language, "links").view());
        }
        if (!running.get().address().equals(address)) {
            return Optional.empty();
        }
        var view = sources.secret();
        table.see(running.get().id(), view);
        post.begun(running.get(), view, now());
        return Optional.of(view);
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
        return begin(account, Hold.Kind.ASSISTED, address, language, basis).hold();
    }

    Optional<Hold> find(UUID id) {
        return table.find(id);
    }

    Optional<Hold> seenBy(Secret view) {
        return table.seenBy(view);
    }

    Optional<Hold> cancelledBy(Secret cancel) {
        return table.cancelledBy(cancel);
    }

    Optional<Hold> finishedBy(Secret finish) {
        return table.finishedBy(finish, sources.settings().finishLink());
    }

    @Transactional
    public boolean cancel(UUID id, String by) {
        return table.find(id).filter(hold -> cancel(hold, by)).isPresent();
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

    private record Begun(UUID hold, Secret view) {}

    private Begun begin(UUID account, Hold.Kind kind, EmailAddress address, Locale language, String basis) {
        var now = sources.clock().instant();
        var due = now.plus(sources.settings().hold());
        var times = new Hold.Times(now, due, null, null);
        var hold = new Hold(sources.ids().generate(), account, kind, address, language, times, State.HELD);
        var view = sources.secret();
        table.add(hold, basis, view);
        post.begun(hold, view, now());
        post.warn(hold, () -> {
            var cancel = sources.secret();
            table.stoppedBy(hold.id(), cancel);
            return cancel;
        });
        promises.open(PROMISE, hold.id().toString(), account, due.plus(GRACE));
        var name = hold.id().toString();
        telling.jobs().scheduleIfNotExists(RecoveryJobs.DUE.instance(name).scheduledTo(due));
        telling.jobs()
                .scheduleIfNotExists(RecoveryJobs.LAPSE
                        .instance(name)
                        .scheduledTo(due.plus(sources.settings().finishWithin())));
        record(hold, "begun", Map.of("kind", kind.name(), "basis", basis));
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
        var subject = Subject.of("account", hold.account());
        telling.audit().record(new Act(Actor.anonymous(), "recovery." + what, subject, facts));
    }
}
