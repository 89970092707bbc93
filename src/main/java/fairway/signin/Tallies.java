package fairway.signin;

import fairway.vault.Vault;
import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what happens to an address or from a place, and says when it is enough. */
@Component
class Tallies {
    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;

    Tallies(JdbcClient db, Vault vault, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** Asks and, if permitted, counts in one; two at once cannot both take the last place. */
    @Transactional
    public Decision take(Rate rate, String about) {
        var key = vault.fingerprint("signin.tally." + rate.name(), about);
        var now = clock.instant();
        db.sql("select 1 from pg_advisory_xact_lock(hashtextextended(encode(:key, 'hex'), 7))")
                .param("key", key)
                .query(Integer.class)
                .optional();
        var happened = db.sql(
                        "select at from signin.tally where key = :key and at > :since order by at desc limit 1000")
                .param("key", key)
                .param("since", Timestamp.from(now.minus(Rate.LONG)))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
        var decision = rate.decide(happened, now);
        if (decision instanceof Decision.Permitted) {
            db.sql("insert into signin.tally (key, at) values (:key, :now)")
                    .param("key", key)
                    .param("now", Timestamp.from(now))
                    .update();
        }
        return decision;
    }

    int forgetOld() {
        return db.sql("delete from signin.tally where at <= :since")
                .param("since", Timestamp.from(clock.instant().minus(Rate.LONG)))
                .update();
    }
}
