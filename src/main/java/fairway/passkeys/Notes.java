package fairway.passkeys;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.signin.SecurityNews;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every act with a passkey leaves behind: a line in the record, and where the way in has changed news to its owner. */
@Component
class Notes {
    private final Audit audit;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Notes(Audit audit, Accounts accounts, ApplicationEventPublisher events) {
        this.audit = audit;
        this.accounts = accounts;
        this.events = events;
    }

    void added(UUID account, UUID key) {
        record(account, key, "added");
        tell(account, SecurityNews.What.PASSKEY_ADDED, key);
    }

    void removed(UUID account, UUID key) {
        record(account, key, "removed");
        tell(account, SecurityNews.What.PASSKEY_REMOVED, key);
    }

    /** Its counter went back: somebody may hold a copy. */
    void suspended(UUID account, UUID key) {
        record(account, key, "suspended");
        tell(account, SecurityNews.What.PASSKEY_SUSPENDED, key);
    }

    void renamed(UUID account, UUID key) {
        record(account, key, "renamed");
    }

    void proven(UUID account, UUID key, Ceremonies.Purpose purpose) {
        record(account, "right", Map.of("key", key.toString(), "purpose", purpose.name()));
    }

    void refused(Ceremonies.Bond bond, String why) {
        var account = bond.account();
        var facts = Map.of("why", why, "purpose", bond.purpose().name());
        if (account == null) {
            audit.record(new Act(Actor.anonymous(), "passkeys.wrong", new Subject("passkey", "unknown"), facts));
        } else {
            record(account, "wrong", facts);
        }
    }

    private void tell(UUID account, SecurityNews.What what, UUID key) {
        events.publishEvent(new SecurityNews(account, what, key.toString()));
    }

    private void record(UUID account, UUID key, String what) {
        record(account, what, Map.of("key", key.toString()));
    }

    private void record(UUID account, String what, Map<String, String> facts) {
        var actor = actor(accounts.find(account).orElseThrow());
        audit.record(new Act(actor, "passkeys." + what, Subject.of("account", account), facts));
    }

    private static Actor actor(Account account) {
        return account.staff() ? Actor.staff(account.id()) : Actor.person(account.id());
    }
}
