package fairway.merging;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Accounts;
import fairway.identity.Obstacle;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Rate;
import fairway.merging.Merge.State;
import fairway.promises.Promises;
import fairway.signin.SecurityNews.What;
import fairway.vault.Vault;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do in their two accounts: begin in the one that stays, enter its code in the other, agree, stop. */
@Service("mergingAsking")
class Asking {
    static final String PROMISE = "merging.decision";

    private final MergeTable table;
    private final Obstacles obstacles;
    private final Uniting uniting;
    private final MergeNews news;
    private final Around around;

    Asking(MergeTable table, Obstacles obstacles, Uniting uniting, MergeNews news, Around around) {
        this.table = table;
        this.obstacles = obstacles;
        this.uniting = uniting;
        this.news = news;
        this.around = around;
    }

    @Component("mergingAround")
    record Around(
            Accounts accounts,
            Audit audit,
            Limits limits,
            Promises promises,
            Vault vault,
            NoArgGenerator ids,
            SecureRandom random,
            InstantSource clock,
            MergingSettings settings,
            TransactionTemplate transactions) {
        Instant now() {
            return clock.instant();
        }

        /** In the history of both accounts. */
        void record(Actor actor, String what, Merge merge) {
            audit.record(Act.of(actor, "merging." + what, Subject.of("account", merge.kept())));
            if (merge.gone() != null) {
                audit.record(Act.of(actor, "merging." + what, Subject.of("account", merge.other())));
            }
        }
    }

    sealed interface Outcome {
        record Done() implements Outcome {}

        /** The same for every code that does not work, whatever the reason. */
        record Wrong() implements Outcome {}

        record Blocked(Set<Obstacle> by) implements Outcome {}

        record TooOften(Instant until) implements Outcome {}
    }

    /** In the account that stays. A code that was made before works no more. */
    Outcome begin(UUID account) {
        return often(Rate.MERGES_BY_ONE_ACCOUNT, account)
                .orElseGet(() -> within(() -> {
                    around.accounts().safety().lock(account);
                    var by = obstacles.on(account, false);
                    if (!by.isEmpty()) {
                        return new Outcome.Blocked(by);
                    }
                    var open = table.openOf(account);
                    if (open.stream().anyMatch(Merge::proven)) {
                        return new Outcome.Wrong();
                    }
                    open.forEach(old -> table.end(old, State.LAPSED, null, around.now()));
                    var merge = fresh(account);
                    table.add(merge, mark(code(merge)));
                    around.record(Actor.person(account), "asked", merge);
                    news.tell(merge, What.MERGE_ASKED);
                    return new Outcome.Done();
                }));
    }

    JoinCode code(Merge merge) {
        var secret = merge.secret();
        return JoinCode.of(around.vault().mac(secret.macKey(), "merging.code", secret.nonce()));
    }

    /** In the account that goes. Nothing is said about the other one before its code was right. */
    Outcome enter(UUID account, String typed) {
        return often(Rate.MERGE_CODES_BY_ONE_ACCOUNT, account)
                .orElseGet(() -> within(() -> {
                    around.accounts().safety().lock(account);
                    var by = obstacles.on(account, true);
                    if (!by.isEmpty()) {
                        return new Outcome.Blocked(by);
                    }
                    var open = table.openOf(account);
                    var found = JoinCode.read(typed)
                            .flatMap(code -> table.asked(mark(code), around.now()))
                            .filter(merge -> !merge.kept().equals(account))
                            .filter(merge -> obstacles.on(merge.kept(), false).isEmpty());
                    if (found.isEmpty() || open.stream().anyMatch(Merge::proven)) {
                        return wrong(account);
                    }
                    open.forEach(old -> table.end(old, State.LAPSED, null, around.now()));
                    if (!table.enter(found.get().id(), account, around.now())) {
                        return wrong(account);
                    }
                    around.audit()
                            .record(Act.of(Actor.person(account), "merging.entered", Subject.of("account", account)));
                    return new Outcome.Done();
                }));
    }

    /** The account that goes agrees, after it was told which one it becomes part of. */
    Outcome agree(UUID account) {
        return within(() -> {
            var entered = enteredBy(account);
            if (entered.isEmpty()) {
                return new Outcome.Wrong();
            }
            uniting.lockBoth(entered.get());
            var by = obstacles.on(entered.get());
            if (!by.isEmpty()) {
                return new Outcome.Blocked(by);
            }
            var now = around.now();
            if (!table.prove(entered.get().id(), account, now)) {
                return new Outcome.Wrong();
            }
            var merge = table.find(entered.get().id()).orElseThrow();
            var settings = around.settings();
            around.promises()
                    .open(
                            PROMISE,
                            merge.id().toString(),
                            merge.kept(),
                            merge.from(settings.rest()).plus(settings.answer()));
            around.record(Actor.person(account), "proven", merge);
            news.tell(merge, What.MERGE_PROVEN);
            return new Outcome.Done();
        });
    }

    /** From either side, at any time before staff decides; never held up. */
    void stop(UUID account, Actor actor) {
        within(() -> {
            table.openOf(account).forEach(merge -> stop(merge, actor));
            return new Outcome.Done();
        });
    }

    void stop(Merge merge, Actor actor) {
        if (table.end(merge, State.STOPPED, null, around.now())) {
            around.promises().keep(PROMISE, merge.id().toString());
            around.record(actor, "stopped", merge);
            if (merge.gone() != null) {
                news.tell(merge, What.MERGE_ENDED);
            }
        }
    }

    /** What this account has entered and not agreed to yet. */
    Optional<Merge> enteredBy(UUID account) {
        return open(account)
                .filter(merge -> merge.state() == State.ENTERED && merge.other().equals(account));
    }

    /** What is under way with this account; a code that has run out is not. */
    Optional<Merge> open(UUID account) {
        return table.openOf(account).stream()
                .filter(merge -> merge.proven() || merge.codeLives(around.now()))
                .findFirst();
    }

    Set<Obstacle> obstacles(UUID account, boolean goes) {
        return obstacles.on(account, goes);
    }

    List<Merge> past(UUID account) {
        return table.of(account).stream().filter(merge -> !merge.proven()).toList();
    }

    private Outcome wrong(UUID account) {
        around.audit().record(Act.of(Actor.person(account), "merging.code.wrong", Subject.of("account", account)));
        return new Outcome.Wrong();
    }

    private Merge fresh(UUID account) {
        var nonce = new byte[16];
        around.random().nextBytes(nonce);
        var now = around.now();
        return new Merge(
                around.ids().generate(),
                account,
                null,
                State.ASKED,
                new Merge.Secret(nonce, around.vault().macKey()),
                new Merge.Course(now, now.plus(around.settings().code()), null, null, null, ""));
    }

    private byte[] mark(JoinCode code) {
        return around.vault().fingerprint("merging.code", code.value());
    }

    private Optional<Outcome> often(Rate rate, UUID account) {
        return around.limits().take(rate, account.toString()) instanceof Decision.Wait(var until)
                ? Optional.of(new Outcome.TooOften(until))
                : Optional.empty();
    }

    private Outcome within(Supplier<Outcome> act) {
        @Nullable Outcome outcome = around.transactions().execute(state -> act.get());
        return java.util.Objects.requireNonNull(outcome);
    }
}
