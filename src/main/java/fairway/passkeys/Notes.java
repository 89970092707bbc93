package fairway.passkeys;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.delivery.Channel;
import fairway.delivery.Delivery;
import fairway.delivery.Message;
import fairway.delivery.Purpose;
import fairway.identity.Account;
import fairway.identity.Accounts;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What every act with a passkey leaves behind: a line in the record, and where the way in has changed a message to its owner. */
@Component
class Notes {
    private final Audit audit;
    private final Delivery delivery;
    private final Accounts accounts;

    Notes(Audit audit, Delivery delivery, Accounts accounts) {
        this.audit = audit;
        this.delivery = delivery;
        this.accounts = accounts;
    }

    void added(UUID account, UUID key) {
        changed(account, key, "added");
    }

    void removed(UUID account, UUID key) {
        changed(account, key, "removed");
    }

    /** Its counter went back: somebody may hold a copy. */
    void suspended(UUID account, UUID key) {
        changed(account, key, "suspended");
    }

    void renamed(UUID account, UUID key) {
        record(account, key, "renamed");
    }

    void proven(UUID account, UUID key, Ceremonies.Purpose purpose) {
        audit.record(new Act(
                actor(accounts.find(account).orElseThrow()),
                "passkeys.right",
                Subject.of("account", account),
                Map.of("key", key.toString(), "purpose", purpose.name())));
    }

    void refused(Ceremonies.Bond bond, String why) {
        var account = bond.account();
        var facts = Map.of("why", why, "purpose", bond.purpose().name());
        var subject = account == null ? new Subject("passkey", "unknown") : Subject.of("account", account);
        var actor = account == null
                ? Actor.anonymous()
                : actor(accounts.find(account).orElseThrow());
        audit.record(new Act(actor, "passkeys.wrong", subject, facts));
    }

    private void changed(UUID account, UUID key, String what) {
        record(account, key, what);
        var to = accounts.contactOf(account);
        var cause = "passkeys." + what + "/" + key + "/";
        for (int i = 0; i < to.emails().size(); i++) {
            send(cause + i, Channel.EMAIL, to.emails().get(i), what, account);
        }
        if (to.phone() != null) {
            send(cause + "text", Channel.TEXT, to.phone().e164(), what, account);
        }
    }

    private void send(String cause, Channel channel, String address, String what, UUID account) {
        delivery.send(new Message(
                cause,
                channel,
                address,
                accounts.contactOf(account).language(),
                "passkeys." + what,
                Map.of("link", "/help"),
                account,
                Purpose.SECURITY));
    }

    private void record(UUID account, UUID key, String what) {
        audit.record(new Act(
                actor(accounts.find(account).orElseThrow()),
                "passkeys." + what,
                Subject.of("account", account),
                Map.of("key", key.toString())));
    }

    private static Actor actor(Account account) {
        return account.staff() ? Actor.staff(account.id()) : Actor.person(account.id());
    }
}
