package fairway.signin;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Browsers an account was used on. Knowing one proves nothing; it only keeps strangers' failures away from its owner. */
@Repository
class Devices {
    private final JdbcClient db;
    private final SecureRandom random;
    private final InstantSource clock;

    Devices(JdbcClient db, SecureRandom random, InstantSource clock) {
        this.db = db;
        this.random = random;
        this.clock = clock;
    }

    PasswordGuard.Place place(byte[] fingerprint, Optional<UUID> account, Optional<Token> device) {
        var nobody = new UUID(0, 0);
        var known = device.isPresent() && known(account.orElse(nobody), device.get());
        return known
                ? new PasswordGuard.Place(fingerprint, device.get().digest(), true)
                : PasswordGuard.Place.unknown(fingerprint);
    }

    boolean known(UUID account, Token device) {
        return db.sql("select 1 from signin.device where digest = :digest and account = :account")
                .param("digest", device.digest())
                .param("account", account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    boolean any(UUID account) {
        return db.sql("select exists (select 1 from signin.device where account = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    Token fresh() {
        return Token.fresh(random, 256);
    }

    void seen(UUID account, Token device) {
        db.sql("""
                insert into signin.device (digest, account, first_seen_at, last_seen_at)
                values (:digest, :account, :now, :now)
                on conflict (digest, account) do update set last_seen_at = excluded.last_seen_at
                """)
                .param("digest", device.digest())
                .param("account", account)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
