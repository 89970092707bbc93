package fairway.signin;

import fairway.identity.AccountClosed;
import fairway.identity.AccountErased;
import fairway.identity.AccountJoined;
import fairway.identity.AccountKept;
import fairway.identity.AccountParted;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends every session of a closed account at once, and forgets every way into an erased one. */
@Component("signinClosing")
class Closing {
    private final Sessions sessions;
    private final JdbcClient db;

    Closing(Sessions sessions, JdbcClient db) {
        this.sessions = sessions;
        this.db = db;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountClosed closed) {
        sessions.endAll(closed.account());
        close(closed.account(), true);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountJoined joined) {
        sessions.endAll(joined.account());
        joined(joined.account(), true);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountParted parted) {
        joined(parted.account(), false);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountKept kept) {
        close(kept.account(), false);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        for (var forget : List.of(
                "delete from signin.session where account = :account",
                "delete from signin.backup_code where account = :account",
                "delete from signin.reset_answer where account = :account",
                "delete from signin.device where account = :account",
                "delete from signin.authenticator where account = :account",
                "delete from signin.credential where account = :account")) {
            db.sql(forget).param("account", erased.account()).update();
        }
    }

    private void joined(UUID account, boolean joined) {
        db.sql("update signin.credential set joined = :joined where account = :account")
                .param("joined", joined)
                .param("account", account)
                .update();
    }

    private void close(UUID account, boolean closed) {
        db.sql("update signin.credential set closed = :closed where account = :account")
                .param("closed", closed)
                .param("account", account)
                .update();
    }
}
