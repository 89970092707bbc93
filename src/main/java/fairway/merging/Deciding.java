package fairway.merging;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.audit.Actor;
import fairway.identity.Account;
import fairway.identity.EmailAddress;
import fairway.identity.Obstacle;
import fairway.merging.Merge.State;
import fairway.signin.SecurityNews.What;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What staff decides about a joining, and how it is carried out, taken back, and becomes final. */
@Service
class Deciding {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Duration LATER = Duration.ofHours(1);

    private final MergeTable table;
    private final Obstacles obstacles;
    private final Uniting uniting;
    private final MergeNews news;
    private final Hands hands;

    Deciding(MergeTable table, Obstacles obstacles, Uniting uniting, MergeNews news, Hands hands) {
        this.table = table;
        this.obstacles = obstacles;
        this.uniting = uniting;
        this.news = news;
        this.hands = hands;
    }

    @org.springframework.stereotype.Component("mergingHands")
    record Hands(Asking.Around around, SchedulerClient jobs, Words words) {}

    /** All of it or nothing: both accounts and what moves are locked, and everything is asked once more under the locks. */
    @Transactional
    public Done approve(UUID agent, UUID id) {
        var known = table.find(id).filter(Merge::proven);
        if (known.isEmpty()) {
            return Done.OVER;
        }
        uniting.lockBoth(known.get());
        uniting.lockRows(known.get());
        var answer = table.find(id).map(merge -> answer(merge, agent)).orElse(Done.OVER);
        if (answer != Done.ALLOWED) {
            return answer;
        }
        var now = now();
        if (!table.join(id, agent, now)) {
            return Done.OVER;
        }
        var merge = table.find(id).orElseThrow();
        var until = merge.takenBackUntil(hands.around().settings().takenBack());
        hands.around().record(Actor.staff(agent), "joined", merge);
        news.tell(merge, merge.kept(), What.MERGE_JOINED);
        news.joined(merge, until);
        uniting.unite(merge, now, until);
        hands.around().promises().keep(Asking.PROMISE, id.toString());
        later(merge, now, until);
        return Done.JOINED;
    }

    /** Whether this agent may approve it now. */
    Done answer(Merge merge, UUID agent) {
        if (!merge.proven()) {
            return Done.OVER;
        }
        var from = merge.from(hands.around().settings().rest());
        return new Approval(merge.state(), from, own(agent, merge), obstacles.on(merge)).by(now());
    }

    Set<Obstacle> standing(UUID account, boolean goes) {
        return obstacles.proven(account, goes);
    }

    @Transactional
    public Done refuse(UUID agent, UUID id, String reason) {
        var merge = table.find(id).filter(Merge::proven);
        if (merge.isEmpty() || !table.end(merge.get(), State.REFUSED, agent, now())) {
            return Done.OVER;
        }
        table.because(id, reason);
        hands.around().promises().keep(Asking.PROMISE, id.toString());
        hands.around().record(Actor.staff(agent), "refused", merge.get());
        news.tell(merge.get(), What.MERGE_ENDED);
        return Done.REFUSED;
    }

    /** By its owner, a reader of an address of the account that went, or staff; of many at once one succeeds. */
    @Transactional
    public boolean undo(UUID id, Actor actor) {
        var known = table.find(id).filter(this::canBeUndone);
        if (known.isEmpty()) {
            return false;
        }
        var merge = known.get();
        uniting.lockBoth(merge);
        if (!table.end(merge, State.UNDONE, null, now())) {
            return false;
        }
        uniting.separate(merge);
        hands.around().record(actor, "undone", merge);
        news.tell(merge, What.MERGE_UNDONE);
        return true;
    }

    /** By somebody who reads an address of the account that went, and shows no more. */
    @Transactional
    public boolean undo(Merge merge, Word.From from) {
        if (!undo(merge.id(), Actor.anonymous())) {
            return false;
        }
        hands.words().say(merge, merge.other(), from);
        return true;
    }

    @Transactional
    public Done undo(UUID agent, UUID id, String reason) {
        if (!undo(id, Actor.staff(agent))) {
            return Done.OVER;
        }
        table.because(id, reason);
        return Done.UNDONE;
    }

    boolean canBeUndone(Merge merge) {
        return merge.canBeUndone(hands.around().settings().takenBack(), now());
    }

    /** Rows from pages that were open in the moment of the joining. */
    @Transactional
    public void sweep(UUID id) {
        table.find(id).ifPresent(known -> {
            uniting.lockBoth(known);
            table.find(id)
                    .filter(merge -> merge.state() == State.JOINED)
                    .ifPresent(merge -> uniting.sweep(merge, now()));
        });
    }

    /** When it can be taken back no more. */
    @Transactional
    public void settle(UUID id) {
        table.find(id).filter(merge -> merge.state() == State.JOINED).ifPresent(merge -> {
            uniting.lockBoth(merge);
            if (!canBeUndone(merge) && table.end(merge, State.FINAL, null, now())) {
                uniting.sweep(merge, now());
                hands.around().accounts().joins().settle(merge.other());
                hands.around().record(Actor.system(), "final", merge);
            }
        });
    }

    /** Takes it back in a moment, in a transaction of its own. */
    void undoSoon(Merge merge) {
        hands.jobs()
                .scheduleIfNotExists(
                        MergeJobs.UNDO.instance(merge.id().toString()).scheduledTo(now()));
    }

    private void later(Merge merge, Instant now, Instant until) {
        for (var wait : new Duration[] {SOON, LATER}) {
            hands.jobs()
                    .scheduleIfNotExists(MergeJobs.SWEEP
                            .instance(merge.id() + "/" + wait)
                            .data(merge.id().toString())
                            .scheduledTo(now.plus(wait)));
        }
        hands.jobs()
                .scheduleIfNotExists(
                        MergeJobs.SETTLE.instance(merge.id().toString()).scheduledTo(until));
    }

    /** Whoever works here decides nothing about an account with an address of theirs. */
    private boolean own(UUID agent, Merge merge) {
        var accounts = hands.around().accounts();
        var theirs = accounts.find(agent).map(Account::email).flatMap(EmailAddress::read).stream()
                .toList();
        return Stream.of(merge.kept(), merge.other())
                .flatMap(account -> accounts.safety().addresses(account).stream())
                .anyMatch(theirs::contains);
    }

    private Instant now() {
        return hands.around().now();
    }
}
