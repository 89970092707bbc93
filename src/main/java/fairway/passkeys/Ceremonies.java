package fairway.passkeys;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions put to authenticators and not answered yet. */
@Repository
class Ceremonies {
    private static final int BYTES = 32;

    private final JdbcClient db;
    private final SecureRandom random;
    private final InstantSource clock;
    private final PasskeySettings settings;

    Ceremonies(JdbcClient db, SecureRandom random, InstantSource clock, PasskeySettings settings) {
        this.db = db;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
    }

    /** What the answer will be good for; one given for one purpose opens nothing else. */
    enum Purpose {
        REGISTER,
        SIGN_IN,
        PROVE
    }

    /** What a question is bound to: this browser or session, this purpose, and the account where it is known. */
    @SuppressWarnings("ArrayRecordComponent")
    record Bond(byte[] to, Purpose purpose, @Nullable UUID account) {}

    byte[] open(Bond bond) {
        var challenge = new byte[BYTES];
        random.nextBytes(challenge);
        var now = clock.instant();
        db.sql("""
                insert into passkeys.ceremony (challenge, bond, purpose, account, made_at, expires_at)
                values (:challenge, :bond, :purpose, :account, :now, :expires)
                """)
                .param("challenge", challenge)
                .param("bond", bond.to())
                .param("purpose", bond.purpose().name())
                .param("account", bond.account())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(now.plus(settings.life())))
                .update();
        return challenge;
    }

    /** Uses it up, whatever the answer is worth; of many at once exactly one is told true. */
    boolean take(Bond bond, byte[] challenge) {
        var now = Timestamp.from(clock.instant());
        return db.sql("""
                update passkeys.ceremony set used_at = :now
                where challenge = :challenge and bond = :bond and purpose = :purpose
                  and account is not distinct from :account and used_at is null and expires_at > :now
                """)
                        .param("now", now)
                        .param("challenge", challenge)
                        .param("bond", bond.to())
                        .param("purpose", bond.purpose().name())
                        .param("account", bond.account())
                        .update()
                == 1;
    }

    int forgetOld() {
        return db.sql("delete from passkeys.ceremony where expires_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
