package fairway.recovery;

import fairway.identity.AccountClosed;
import fairway.identity.AccountErased;
import fairway.identity.AccountJoined;
import fairway.identity.Accounts;
import fairway.identity.Safety;
import fairway.signin.SecurityNews;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What ends a way back: the alarm, another address, a password its owner has changed, the end of the account. */
@Component("recoveryHearing")
class Hearing {
    private static final List<String> FORGET = List.of(
            "delete from recovery.cancel_link where hold in (select id from recovery.hold where account = :account)",
            "delete from recovery.hold where account = :account",
            "delete from recovery.attempt where account = :account");

    private final Attempts attempts;
    private final Waiting waiting;
    private final Accounts accounts;
    private final JdbcClient db;

    Hearing(Attempts attempts, Waiting waiting, Accounts accounts, JdbcClient db) {
        this.attempts = attempts;
        this.waiting = waiting;
        this.accounts = accounts;
        this.db = db;
    }

    @EventListener
    @Transactional
    public void on(SecurityNews news) {
        switch (news.what()) {
            case FROZEN -> alarmed(news.account());
            case PASSWORD_CHANGED, RECOVERY_ADDED, RECOVERY_REMOVED -> attempts.endAll(news.account());
            default -> {}
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Safety.AddressMoved moved) {
        attempts.endAll(moved.account());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountClosed closed) {
        endAll(closed.account());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountJoined joined) {
        endAll(joined.account());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountErased erased) {
        FORGET.forEach(
                forget -> db.sql(forget).param("account", erased.account()).update());
    }

    private void alarmed(UUID account) {
        attempts.endAll(account);
        var again = accounts.safety()
                .heldLast(account)
                .filter(reason -> reason == Safety.Reason.NOT_ME_AGAIN)
                .isPresent();
        waiting.alarmed(account, again);
    }

    private void endAll(UUID account) {
        attempts.endAll(account);
        waiting.cancelAll(account);
    }
}
