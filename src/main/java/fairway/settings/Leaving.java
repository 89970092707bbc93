package fairway.settings;

import fairway.identity.AccountErased;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody’s security settings outlive their account. */
@Component
class Leaving {
    private static final List<String> FORGET = List.of(
            "delete from settings.alarm_link where account = :account",
            "delete from settings.backup_check where account = :account",
            "delete from settings.address_change where account = :account");

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
