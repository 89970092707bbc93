package fairway.settings;

import fairway.signin.Token;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links by which somebody says "this was not me" without signing in. */
@Repository
class AlarmLinks {
    private static final int BITS = 128;

    private final JdbcClient db;
    private final SecureRandom random;
    private final InstantSource clock;
    private final SecuritySettings settings;

    AlarmLinks(JdbcClient db, SecureRandom random, InstantSource clock, SecuritySettings settings) {
        this.db = db;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
    }

    /** Whose link it was, and whether it went to the address that signs in. */
    record Used(UUID account, boolean mailbox) {}

    Token add(UUID account, boolean mailbox) {
        var secret = Token.fresh(random, BITS);
        db.sql("""
                insert into settings.alarm_link (digest, account, mailbox, expires_at)
                values (:digest, :account, :mailbox, :expires)
                """)
                .param("digest", secret.digest())
                .param("account", account)
                .param("mailbox", mailbox)
                .param("expires", Timestamp.from(clock.instant().plus(settings.alarmLink())))
                .update();
        return secret;
    }

    /** Looking uses nothing up. */
    boolean open(Token secret) {
        return db.sql("""
                select 1 from settings.alarm_link
                where digest = :digest and used_at is null and expires_at > :now
                """)
                .param("digest", secret.digest())
                .param("now", Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Used> use(Token secret) {
        return db.sql("""
                update settings.alarm_link set used_at = :now
                where digest = :digest and used_at is null and expires_at > :now
                returning account, mailbox
                """)
                .param("digest", secret.digest())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Used(row.getObject("account", UUID.class), row.getBoolean("mailbox")))
                .optional();
    }

    int forgetOld() {
        return db.sql("delete from settings.alarm_link where expires_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
