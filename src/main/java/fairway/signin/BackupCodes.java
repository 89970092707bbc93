package fairway.signin;

import fairway.identity.Account;
import fairway.limits.Count;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Patience;
import fairway.passwords.Passwords;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one code people keep on paper: it stands in for a one-time code once, and then there is a new one. */
@Component
class BackupCodes {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;

    private final JdbcClient db;
    private final Vault vault;
    private final Passwords passwords;
    private final Sources sources;
    private final TransactionTemplate transactions;

    BackupCodes(JdbcClient db, Vault vault, Passwords passwords, Sources sources, TransactionTemplate transactions) {
        this.db = db;
        this.vault = vault;
        this.passwords = passwords;
        this.sources = sources;
        this.transactions = transactions;
    }

    @Component
    record Sources(SecureRandom random, InstantSource clock, Limits limits) {}

    /** The code this session may look at until its owner has kept it; a new one if none waits for this session. */
    String toShow(Account account, UUID session) {
        return shown(account, session).orElseGet(() -> make(account, session));
    }

    /** A new one in place of the old. */
    String make(Account account, UUID session) {
        var code = fresh();
        var hash = passwords.hash(code);
        db.sql("""
                insert into signin.backup_code (account, hash, made_at, shown, shown_to)
                values (:account, :hash, :now, :shown, :session)
                on conflict (account) do update
                set hash = excluded.hash, made_at = excluded.made_at, failures = 0, failed_at = null,
                    shown = excluded.shown, shown_to = excluded.shown_to, kept_at = null,
                    lost_at = null
                """)
                .param("account", account.id())
                .param("hash", hash)
                .param("now", Timestamp.from(sources.clock().instant()))
                .param("shown", seal(account, code))
                .param("session", session)
                .update();
        return code;
    }

    Optional<String> shown(Account account, UUID session) {
        return db.sql(
                        "select shown from signin.backup_code where account = :account and shown_to = :session and shown is not null")
                .param("account", account.id())
                .param("session", session)
                .query((row, n) -> row.getBytes("shown"))
                .optional()
                .map(bytes ->
                        new String(vault.open(account.key(), bytes, context(account)), StandardCharsets.US_ASCII));
    }

    @Nullable
    Instant madeAt(UUID account) {
        return db.sql("select made_at from signin.backup_code where account = :account")
                .param("account", account)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    @Nullable
    Instant lostAt(UUID account) {
        return db.sql("select lost_at from signin.backup_code where account = :account and lost_at is not null")
                .param("account", account)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /** Reported as lost, or taken back. */
    void lose(UUID account, boolean lost) {
        db.sql("update signin.backup_code set lost_at = :at where account = :account")
                .param("at", lost ? Timestamp.from(sources.clock().instant()) : null)
                .param("account", account)
                .update();
    }

    /** The account begins anew: no old code opens it. */
    void forget(UUID account) {
        db.sql("delete from signin.backup_code where account = :account")
                .param("account", account)
                .update();
    }

    void kept(UUID account) {
        db.sql("update signin.backup_code set shown = null, shown_to = null, kept_at = :now where account = :account")
                .param("now", Timestamp.from(sources.clock().instant()))
                .param("account", account)
                .update();
    }

    /** Right: the old code is gone and a new one waits to be shown to this session. */
    Codes.Check use(Account account, UUID session, String typed) {
        var stored = transactions.execute(state -> take(account.id()));
        if (stored == null || !stored.decision().permitted()) {
            return new Codes.Check.NotNow(stored == null ? new Decision.Disabled() : stored.decision());
        }
        if (!passwords.matches(read(typed), stored.hash())) {
            return new Codes.Check.Wrong();
        }
        var next = fresh();
        var hash = passwords.hash(next);
        return replace(account, session, stored.hash(), next, hash)
                ? new Codes.Check.Right()
                : new Codes.Check.NoCode();
    }

    /** In groups of four. */
    static String grouped(String code) {
        return code.replaceAll("(.{4})(?=.)", "$1-");
    }

    /** As its owner typed it, forgiving about case, groups, and letters that look like digits. */
    static String read(String typed) {
        return typed.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private record Taken(Decision decision, @Nullable String hash) {}

    /** Counts the try as wrong before it is looked at; {@link #replace} clears the count. */
    private Taken take(UUID account) {
        var now = sources.clock().instant();
        return db.sql("""
                        select hash, failures, failed_at from signin.backup_code
                        where account = :account and lost_at is null
                        for update
                        """)
                .param("account", account)
                .query((row, n) -> {
                    var failedAt = row.getTimestamp("failed_at");
                    var count = new Count(row.getInt("failures"), failedAt == null ? null : failedAt.toInstant());
                    return new Taken(sources.limits().decide(Patience.BACKUP_CODE, count), row.getString("hash"));
                })
                .optional()
                .map(taken -> {
                    if (taken.decision().permitted()) {
                        db.sql(
                                        "update signin.backup_code set failures = failures + 1, failed_at = :now where account = :account")
                                .param("now", Timestamp.from(now))
                                .param("account", account)
                                .update();
                    }
                    return taken;
                })
                .orElse(new Taken(new Decision.Permitted(), null));
    }

    private boolean replace(Account account, UUID session, @Nullable String old, String next, String hash) {
        return db.sql("""
                update signin.backup_code
                set hash = :hash, made_at = :now, failures = 0, failed_at = null, shown = :shown, shown_to = :session,
                    kept_at = null
                where account = :account and hash = :old and lost_at is null
                """)
                        .param("hash", hash)
                        .param("now", Timestamp.from(sources.clock().instant()))
                        .param("shown", seal(account, next))
                        .param("session", session)
                        .param("account", account.id())
                        .param("old", old)
                        .update()
                == 1;
    }

    private String fresh() {
        var code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(sources.random().nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private byte[] seal(Account account, String code) {
        return vault.seal(account.key(), code.getBytes(StandardCharsets.US_ASCII), context(account));
    }

    private static String context(Account account) {
        return "signin.backup_code/" + account.id();
    }
}
