package fairway.passkeys;

import fairway.identity.AccountErased;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody’s passkeys outlive their account. */
@Component
class Leaving {
    private static final List<String> FORGET = List.of(
            "delete from passkeys.ceremony where account = :account",
            "delete from passkeys.passkey where account = :account",
            "delete from passkeys.holder where account = :account");

    private final JdbcClient db;

    Leaving(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        FORGET.forEach(
                forget -> db.sql(forget).param("account", erased.account()).update());
    }
}
