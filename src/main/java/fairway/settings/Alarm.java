package fairway.settings;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Accounts;
import fairway.identity.Safety;
import fairway.signin.SecurityNews;
import fairway.signin.Signin;
import fairway.signin.Token;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "This was not me": ends every session, asks for a new password at the next sign-in, drops changes that are under way, and
 * stops new ones for a while. Only time, or the help desk, lifts it.
 */
@Service
class Alarm {
    private final Accounts accounts;
    private final Signin signin;
    private final AddressChanges changes;
    private final AlarmLinks links;
    private final Bell bell;

    Alarm(Accounts accounts, Signin signin, AddressChanges changes, AlarmLinks links, Bell bell) {
        this.accounts = accounts;
        this.signin = signin;
        this.changes = changes;
        this.links = links;
        this.bell = bell;
    }

    @Component
    record Bell(Audit audit, ApplicationEventPublisher events, InstantSource clock, SecuritySettings settings) {}

    /** By a link in a message; false if it was used or is too old. */
    @Transactional
    public boolean raise(Token secret) {
        var used = links.use(secret);
        used.ifPresent(link -> raise(link.account(), Actor.anonymous(), link.mailbox() ? "mailbox" : "link"));
        return used.isPresent();
    }

    /** By somebody who is signed in. */
    @Transactional
    public void raise(UUID account) {
        raise(account, Actor.person(account), "settings");
    }

    Optional<Safety.Hold> lasting(UUID account) {
        return accounts.safety().holdOn(account);
    }

    /** Whoever reads the mailbox alone may ring once with all its weight, and afterwards as often as they like with less. */
    private Safety.Reason reason(UUID account, String from, Instant now) {
        if (!from.equals("mailbox")) {
            return Safety.Reason.NOT_ME;
        }
        var since = now.minus(bell.settings().remembered());
        return accounts.safety().heldSince(account, Safety.Reason.NOT_ME_BY_MAIL, since)
                ? Safety.Reason.NOT_ME_AGAIN
                : Safety.Reason.NOT_ME_BY_MAIL;
    }

    private void raise(UUID account, Actor actor, String from) {
        var safety = accounts.safety();
        safety.lock(account);
        var now = bell.clock().instant();
        safety.hold(account, now.plus(bell.settings().frozenFor()), reason(account, from, now));
        changes.stopAll(account);
        signin.sessions().endAll(account);
        signin.secrets().distrust(account);
        bell.audit().record(new Act(actor, "settings.frozen", Subject.of("account", account), Map.of("from", from)));
        bell.events()
                .publishEvent(new SecurityNews(account, SecurityNews.What.FROZEN, String.valueOf(now.toEpochMilli())));
    }
}
