package fairway.signin;

import fairway.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each account's set-up has come, and its password. */
@Repository
class Credentials {
    private static final String SELECT = """
            select account, stage, password_hash, joined,
                   exists (select 1 from signin.authenticator as a
                           where a.account = credential.account and a.way = 'EMAIL' and a.lost_at is not null
                             and a.removed_at is null) as mailbox_lost
            from signin.credential
            """;

    private final JdbcClient db;
    private final InstantSource clock;
    private final Steps steps;
    private final Vault vault;

    Credentials(JdbcClient db, InstantSource clock, Steps steps, Vault vault) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * {@code mailboxLost}: its owner reported that others may read the mailbox. {@code joined}: the account is part of another
     * one, and the password only says so.
     */
    record Credential(UUID account, Stage stage, @Nullable String passwordHash, boolean mailboxLost, boolean joined) {}

    void add(UUID account, byte[] fingerprint, boolean staff, Stage stage) {
        db.sql("""
                insert into signin.credential (account, email_fingerprint, staff, stage, made_at)
                values (:account, :fingerprint, :staff, :stage, :now)
                on conflict do nothing
                """)
                .param("account", account)
                .param("fingerprint", vault.kept(fingerprint))
                .param("staff", staff)
                .param("stage", stage.name())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Nobody signs in to this account any more. */
    void remove(UUID account) {
        db.sql("delete from signin.credential where account = :account")
                .param("account", account)
                .update();
    }

    /** Gives up accounts that got no password for so long; nobody can sign in to them. */
    List<UUID> forgetUnfinished(Duration age) {
        return db.sql("""
                delete from signin.credential
                where stage in ('TERMS', 'PASSWORD') and not staff and password_hash is null and made_at <= :since
                returning account
                """)
                .param("since", Timestamp.from(clock.instant().minus(age)))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    Optional<Credential> find(UUID account) {
        return db.sql(SELECT + " where account = :account")
                .param("account", account)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Credential> of(byte[] fingerprint, boolean staff) {
        return db.sql(SELECT + " where email_fingerprint = any(:kept) and staff = :staff and not closed")
                .param("kept", vault.asKept(fingerprint))
                .param("staff", staff)
                .query((row, n) -> read(row))
                .optional();
    }

    @Nullable
    Instant passwordAt(UUID account) {
        return db.sql("select password_at from signin.credential where account = :account and password_at is not null")
                .param("account", account)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .orElse(null);
    }

    /** Somebody else may know the password: it proves nothing but that a new one is owed. */
    void distrust(UUID account) {
        db.sql("update signin.credential set compromised_at = :now where account = :account")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    boolean owesPassword(UUID account) {
        return db.sql("select 1 from signin.credential where account = :account and compromised_at is not null")
                .param("account", account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void moveTo(UUID account, byte[] fingerprint) {
        db.sql("update signin.credential set email_fingerprint = :fingerprint where account = :account")
                .param("fingerprint", vault.kept(fingerprint))
                .param("account", account)
                .update();
    }

    Stage stageOf(UUID account) {
        return find(account).map(Credential::stage).orElse(Stage.TERMS);
    }

    /** On to the next step, if this one is the open one; of two posts at once only one moves. */
    boolean advance(UUID account, Stage from) {
        return db.sql("update signin.credential set stage = :next where account = :account and stage = :from")
                        .param("next", steps.after(from).name())
                        .param("account", account)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    void agree(UUID account, String termsVersion, Locale language) {
        db.sql("""
                update signin.credential
                set terms_version = :version, terms_language = :language, terms_at = :now
                where account = :account
                """)
                .param("version", termsVersion)
                .param("language", language.toLanguageTag())
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    /** The first password and the step after it, together or not at all. */
    boolean choosePassword(UUID account, String hash) {
        return db.sql("""
                update signin.credential set password_hash = :hash, password_at = :now, stage = :next
                where account = :account and stage = :from
                """)
                        .param("hash", hash)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("next", steps.after(Stage.PASSWORD).name())
                        .param("account", account)
                        .param("from", Stage.PASSWORD.name())
                        .update()
                == 1;
    }

    /** Keeps the same password in another form, unless it was changed meanwhile. */
    void renew(UUID account, String old, String hash) {
        db.sql("update signin.credential set password_hash = :hash where account = :account and password_hash = :old")
                .param("hash", hash)
                .param("account", account)
                .param("old", old)
                .update();
    }

    /** All ways to codes are gone: its owner sets them up again, after the password that is set now. */
    void restart(UUID account) {
        db.sql("""
                update signin.credential set type_known = type_known or stage = 'DONE', stage = :stage
                where account = :account
                """)
                .param("stage", Stage.METHODS.name())
                .param("account", account)
                .update();
    }

    /** Whether this set-up began anew in an account whose type was chosen before. */
    boolean typeKnown(UUID account) {
        return db.sql("select 1 from signin.credential where account = :account and type_known")
                .param("account", account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void setPassword(UUID account, String hash) {
        db.sql("""
                update signin.credential set password_hash = :hash, password_at = :now, compromised_at = null
                where account = :account
                """)
                .param("hash", hash)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    private static Credential read(ResultSet row) throws SQLException {
        return new Credential(
                row.getObject("account", UUID.class),
                Stage.valueOf(row.getString("stage")),
                row.getString("password_hash"),
                row.getBoolean("mailbox_lost"),
                row.getBoolean("joined"));
    }
}
