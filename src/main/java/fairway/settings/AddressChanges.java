package fairway.settings;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.settings.AddressChange.Ending;
import fairway.settings.AddressChange.Kind;
import fairway.signin.SecurityNews.What;
import fairway.signin.Signin;
import fairway.signin.Token;
import fairway.ui.NotFound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * New addresses, one at a time for each account and purpose. A sign-in address waits a day, is confirmed by whoever reads the
 * new one and can be stopped by whoever reads the old ones. An address that has an account is answered like any other.
 */
@Service
class AddressChanges {
    private final AddressChangeTable table;
    private final Accounts accounts;
    private final Signin signin;
    private final AddressPost post;
    private final Audit audit;

    AddressChanges(AddressChangeTable table, Accounts accounts, Signin signin, AddressPost post, Audit audit) {
        this.table = table;
        this.accounts = accounts;
        this.signin = signin;
        this.post = post;
        this.audit = audit;
    }

    sealed interface Asked {
        record Waiting(AddressChange change) implements Asked {}

        record Same() implements Asked {}

        record TooOften(Instant until) implements Asked {}
    }

    @Transactional
    public Asked ask(UUID account, UUID session, Kind kind, EmailAddress address) {
        var safety = accounts.safety();
        safety.lock(account);
        if (accounts.find(account).filter(found -> !found.closed()).isEmpty()) {
            throw new NotFound();
        }
        if (safety.addresses(account).contains(address)) {
            return new Asked.Same();
        }
        var lately = table.askedLately(account, address);
        int most = post.settings().addressesADay();
        if (lately.size() >= most) {
            return new Asked.TooOften(lately.get(most - 1).plus(Duration.ofHours(24)));
        }
        table.open(account, kind).ifPresent(old -> table.end(old.id(), Ending.REPLACED));
        var change = new AddressChange(
                post.fresh(),
                account,
                kind,
                address,
                session,
                post.now().plus(post.settings().moveAfter()),
                null);
        var confirm = post.secret();
        var cancel = post.secret();
        table.add(change, new AddressChangeTable.Links(confirm.digest(), cancel.digest()));
        if (kind == Kind.SIGN_IN && accounts.byEmail(address, false).isPresent()) {
            post.known(change);
        } else {
            post.confirm(change, confirm);
        }
        if (kind == Kind.SIGN_IN) {
            post.tellAsked(change, safety.addresses(account), cancel);
        }
        post.finishWhenDue(change);
        record(change, "asked", Actor.person(account));
        return new Asked.Waiting(change);
    }

    Optional<AddressChange> open(UUID account, Kind kind) {
        return table.open(account, kind);
    }

    Optional<AddressChange> toConfirm(Token secret) {
        return table.toConfirm(secret.digest(), post.settings().addressLink());
    }

    Optional<AddressChange> toCancel(Token secret) {
        return table.toCancel(secret.digest());
    }

    /** By whoever reads the new address. A recovery address is the account’s at once. */
    @Transactional
    public Optional<AddressChange> confirm(Token secret) {
        toConfirm(secret).ifPresent(change -> accounts.safety().lock(change.account()));
        var change = toConfirm(secret).filter(found -> table.confirm(found.id()));
        change.ifPresent(found -> {
            record(found, "confirmed", Actor.anonymous());
            if (found.kind() == Kind.RECOVERY) {
                recover(found);
            }
        });
        return change;
    }

    /** By whoever reads one of the addresses the account has now. */
    @Transactional
    public Optional<AddressChange> cancel(Token secret) {
        toCancel(secret).ifPresent(change -> accounts.safety().lock(change.account()));
        var change = toCancel(secret);
        change.ifPresent(found -> cancel(found, Actor.anonymous()));
        return change;
    }

    @Transactional
    public void cancel(UUID account, Kind kind) {
        accounts.safety().lock(account);
        table.open(account, kind).ifPresent(found -> cancel(found, Actor.person(account)));
    }

    @Transactional
    public void forgetRecovery(UUID account) {
        var safety = accounts.safety();
        safety.lock(account);
        var gone = safety.recoveryAddress(account);
        if (gone.isPresent()) {
            post.tell(
                    account,
                    What.RECOVERY_REMOVED,
                    String.valueOf(post.now().toEpochMilli()),
                    safety.addresses(account));
            safety.recoverAt(account, null);
            audit.record(Act.of(Actor.person(account), "settings.recovery.removed", Subject.of("account", account)));
        }
    }

    /** Whatever is under way ends without effect; for accounts that are stopped. */
    @Transactional
    public void stopAll(UUID account) {
        for (var kind : Kind.values()) {
            table.open(account, kind).ifPresent(change -> table.end(change.id(), Ending.STOPPED));
        }
    }

    /** When its time has come: the new address is the account’s, or the change lapses. */
    @Transactional
    public void finish(UUID id) {
        table.open(id).ifPresent(change -> accounts.safety().lock(change.account()));
        table.open(id).ifPresent(change -> {
            var safety = accounts.safety();
            var before = new LinkedHashSet<>(safety.addresses(change.account()));
            if (change.kind() == Kind.SIGN_IN
                    && change.confirmed()
                    && safety.holdOn(change.account()).isEmpty()
                    && safety.move(change.account(), change.address())) {
                moved(change, before);
            } else {
                table.end(change.id(), Ending.LAPSED);
                record(change, "lapsed", Actor.system());
                if (change.kind() == Kind.SIGN_IN) {
                    post.tell(change.account(), What.EMAIL_LAPSED, change.id().toString(), List.copyOf(before));
                }
            }
        });
    }

    private void moved(AddressChange change, Set<EmailAddress> before) {
        table.end(change.id(), Ending.DONE);
        signin.sessions().endOthers(change.account(), change.session());
        var everybody = new ArrayList<>(before);
        everybody.add(change.address());
        post.tell(change.account(), What.EMAIL_MOVED, change.id().toString(), everybody);
        record(change, "moved", Actor.system());
    }

    private void recover(AddressChange change) {
        var account = change.account();
        accounts.safety().recoverAt(account, change.address());
        table.end(change.id(), Ending.DONE);
        post.tell(
                account,
                What.RECOVERY_ADDED,
                change.id().toString(),
                accounts.safety().addresses(account));
        record(change, "added", Actor.system());
    }

    private void cancel(AddressChange change, Actor actor) {
        table.end(change.id(), Ending.CANCELLED);
        if (change.kind() == Kind.SIGN_IN) {
            var told = accounts.safety().addresses(change.account());
            post.tell(change.account(), What.EMAIL_CANCELLED, change.id().toString(), told);
        }
        record(change, "cancelled", actor);
    }

    private void record(AddressChange change, String what, Actor actor) {
        audit.record(new Act(
                actor,
                "settings." + change.kind().key() + "." + what,
                Subject.of("account", change.account()),
                Map.of("change", change.id().toString())));
    }
}
