package fairway.passkeys;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.signin.Signin;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Passkeys as they lie in the database. */
@Repository
class KeyTable implements Signin.Keys {
    private static final String COLUMNS = """
            id, account, credential_id, credential, label, transports, sign_count, user_verified, backup_eligible,
            backed_up, bound_at, used_at, suspected_at, lost_at
            """;

    private final JdbcClient db;
    private final NoArgGenerator ids;
    private final SecureRandom random;
    private final InstantSource clock;

    KeyTable(JdbcClient db, NoArgGenerator ids, SecureRandom random, InstantSource clock) {
        this.db = db;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** What the authenticator gave us; {@code bytes} is its public key with its kind. */
    @SuppressWarnings("ArrayRecordComponent")
    record Credential(byte[] id, byte[] bytes, List<String> transports, long signCount, Passkey.Flags flags) {}

    record Times(
            Instant boundAt,
            @Nullable Instant usedAt,
            @Nullable Instant suspectedAt,
            @Nullable Instant lostAt) {
        static final Times NONE = new Times(Instant.EPOCH, null, null, null);

        boolean opens() {
            return suspectedAt == null && lostAt == null;
        }
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Row(UUID id, UUID account, byte[] label, Credential credential, Times times) {}

    @Override
    public boolean any(UUID account) {
        return db.sql("""
                select exists (select 1 from passkeys.passkey
                               where account = :account and removed_at is null and suspected_at is null
                                 and lost_at is null)
                """).param("account", account).query(Boolean.class).single();
    }

    List<Row> of(UUID account) {
        return db.sql(
                        "select " + COLUMNS
                                + " from passkeys.passkey where account = :account and removed_at is null order by bound_at, id")
                .param("account", account)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Row> find(UUID account, UUID id) {
        return of(account).stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** By what the authenticator calls it; nobody else may use it until this transaction ends. */
    Optional<Row> lock(byte[] credentialId) {
        return db.sql("select " + COLUMNS
                        + " from passkeys.passkey where credential_id = :id and removed_at is null for update")
                .param("id", credentialId)
                .query((row, n) -> read(row))
                .optional();
    }

    UUID newId() {
        return ids.generate();
    }

    /** False if this credential is or was somebody's already. */
    boolean add(Row row) {
        return db.sql("""
                insert into passkeys.passkey
                    (id, account, credential_id, credential, label, transports, sign_count, user_verified,
                     backup_eligible, backed_up, bound_at)
                values (:id, :account, :credentialId, :credential, :label, :transports, :count, :verified, :eligible,
                        :backedUp, :now)
                on conflict (credential_id) do nothing
                """)
                        .param("id", row.id())
                        .param("account", row.account())
                        .param("credentialId", row.credential().id())
                        .param("credential", row.credential().bytes())
                        .param("label", row.label())
                        .param("transports", row.credential().transports().toArray(String[]::new))
                        .param("count", row.credential().signCount())
                        .param("verified", row.credential().flags().userVerified())
                        .param("eligible", row.credential().flags().backupEligible())
                        .param("backedUp", row.credential().flags().backedUp())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void used(UUID id, long signCount, boolean backedUp) {
        db.sql("""
                update passkeys.passkey
                set sign_count = :count, backed_up = :backedUp, used_at = :now
                where id = :id
                """)
                .param("count", signCount)
                .param("backedUp", backedUp)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void suspend(UUID id) {
        db.sql("update passkeys.passkey set suspected_at = coalesce(suspected_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** False if this account has none like it. */
    boolean lose(UUID account, UUID id, boolean lost) {
        return db.sql("""
                update passkeys.passkey set lost_at = :at
                where id = :id and account = :account and removed_at is null
                """)
                        .param("at", lost ? Timestamp.from(clock.instant()) : null)
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    void rename(UUID account, UUID id, byte[] label) {
        db.sql("update passkeys.passkey set label = :label where id = :id and account = :account")
                .param("label", label)
                .param("id", id)
                .param("account", account)
                .update();
    }

    /** False if it was not there any more. */
    boolean remove(UUID account, UUID id) {
        return db.sql("""
                update passkeys.passkey set removed_at = :now
                where id = :id and account = :account and removed_at is null
                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    /** The random handle of this account, made the first time it is needed. */
    byte[] handle(UUID account) {
        var fresh = new byte[32];
        random.nextBytes(fresh);
        db.sql("""
                insert into passkeys.holder (account, handle, made_at) values (:account, :handle, :now)
                on conflict (account) do nothing
                """)
                .param("account", account)
                .param("handle", fresh)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return db.sql("select handle from passkeys.holder where account = :account")
                .param("account", account)
                .query((row, n) -> row.getBytes("handle"))
                .single();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getBytes("label"),
                new Credential(
                        row.getBytes("credential_id"),
                        row.getBytes("credential"),
                        List.of((String[]) row.getArray("transports").getArray()),
                        row.getLong("sign_count"),
                        new Passkey.Flags(
                                row.getBoolean("user_verified"),
                                row.getBoolean("backup_eligible"),
                                row.getBoolean("backed_up"))),
                new Times(
                        row.getTimestamp("bound_at").toInstant(),
                        instant(row, "used_at"),
                        instant(row, "suspected_at"),
                        instant(row, "lost_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
