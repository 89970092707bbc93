package fairway.signin;

import fairway.identity.Account;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Browsers an account was used on. Knowing one proves nothing; it only keeps strangers' failures away from its owner. */
@Repository
class Devices {
    private static final int AGENT = 400;

    private final JdbcClient db;
    private final Vault vault;
    private final SecureRandom random;
    private final InstantSource clock;

    Devices(JdbcClient db, Vault vault, SecureRandom random, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.random = random;
        this.clock = clock;
    }

    PasswordGate.Door door(byte[] fingerprint, boolean staff, Optional<UUID> account, Optional<Token> device) {
        var nobody = new UUID(0, 0);
        var known = device.isPresent() && known(account.orElse(nobody), device.get());
        var about = (staff ? "desk/" : "") + HexFormat.of().formatHex(fingerprint);
        var patience = known ? Patience.PASSWORD_ON_KNOWN_DEVICE : Patience.PASSWORD;
        return new PasswordGate.Door(fingerprint, new Limits.Guessed(patience, about, account.isEmpty()));
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

    void seen(UUID account, Token device, LiveSessions.Agent agent) {
        db.sql("""
                insert into signin.device (digest, account, browser, system, first_seen_at, last_seen_at)
                values (:digest, :account, :browser, :system, :now, :now)
                on conflict (digest, account) do update
                set last_seen_at = excluded.last_seen_at, browser = excluded.browser, system = excluded.system
                """)
                .param("digest", device.digest())
                .param("account", account)
                .param("browser", agent.browser())
                .param("system", agent.system())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What a list of sessions shows: the browser in its own words and where it is, sealed under the account's key. */
    void on(UUID session, Account account, Token device, Visit visit) {
        var agent = Objects.requireNonNullElse(visit.request().getHeader("User-Agent"), "");
        db.sql("update signin.session set device = :device, agent = :agent, place = :place where id = :session")
                .param("device", device.digest())
                .param("agent", seal(account, session, "agent", agent.substring(0, Math.min(agent.length(), AGENT))))
                .param("place", seal(account, session, "place", visit.place().household()))
                .param("session", session)
                .update();
    }

    private byte[] seal(Account account, UUID session, String column, String text) {
        return vault.seal(
                account.key(), text.getBytes(StandardCharsets.UTF_8), "signin.session/" + session + "/" + column);
    }
}
