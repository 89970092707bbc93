package fairway.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts as they lie in the database: what is personal is sealed. */
@Repository
class AccountTable {
    private static final String COLUMNS =
            "id, number, type, email_sealed, name_sealed, phone_sealed, vault_key, language, zone, roles,"
                    + " closed_at is not null or joined_to is not null as closed";

    private final JdbcClient db;

    AccountTable(JdbcClient db) {
        this.db = db;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Sealed(byte @Nullable [] email, byte @Nullable [] name, byte @Nullable [] phone) {}

    record Row(
            UUID id,
            AccountNumber number,
            AccountType type,
            Sealed sealed,
            UUID key,
            Locale language,
            ZoneId zone,
            Set<String> roles,
            boolean closed) {}

    Optional<Row> find(UUID account) {
        return db.sql("select " + COLUMNS + " from identity.account where id = :id and erased_at is null")
                .param("id", account)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Row> byFingerprint(byte[][] asKept, boolean staff) {
        return db.sql("select " + COLUMNS
                        + " from identity.account where email_fingerprint = any(:kept) and staff = :staff")
                .param("kept", asKept)
                .param("staff", staff)
                .query((row, n) -> read(row))
                .optional();
    }

    boolean add(Row row, byte[] fingerprint, Instant now) {
        return db.sql("""
                insert into identity.account
                    (id, number, staff, type, email_sealed, email_fingerprint, name_sealed, vault_key, language, zone, roles, made_at)
                values (:id, :number, :staff, :type, :email, :fingerprint, :name, :key, :language, :zone, :roles, :now)
                on conflict (email_fingerprint, staff) do nothing
                """)
                        .param("id", row.id())
                        .param("number", row.number().value())
                        .param("staff", row.type() == AccountType.STAFF)
                        .param("type", row.type().name())
                        .param("email", row.sealed().email())
                        .param("fingerprint", fingerprint)
                        .param("name", row.sealed().name())
                        .param("key", row.key())
                        .param("language", row.language().toLanguageTag())
                        .param("zone", row.zone().getId())
                        .param("roles", row.roles().toArray(String[]::new))
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    void forget(UUID account) {
        db.sql("delete from identity.account where id = :id")
                .param("id", account)
                .update();
    }

    void choose(UUID account, AccountType type) {
        db.sql("update identity.account set type = :type where id = :id and not staff")
                .param("type", type.name())
                .param("id", account)
                .update();
    }

    void assign(UUID account, Set<String> roles) {
        db.sql("update identity.account set roles = :roles where id = :id and staff")
                .param("roles", roles.toArray(String[]::new))
                .param("id", account)
                .update();
    }

    List<UUID> peopleAfter(UUID last, int most) {
        return db.sql("""
                select id from identity.account
                where id > :last and not staff and erased_at is null
                order by id limit :most
                """)
                .param("last", last)
                .param("most", most)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    List<Row> staff() {
        return db.sql("select " + COLUMNS + " from identity.account where staff order by made_at, id")
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Row> byNumber(AccountNumber number) {
        return db.sql("with recursive way (id, joined_to) as ("
                        + "select id, joined_to from identity.account where number = :number and not staff"
                        + " union all select a.id, a.joined_to from identity.account a join way on a.id = way.joined_to)"
                        + " select " + COLUMNS
                        + " from identity.account where id = (select id from way where joined_to is null)")
                .param("number", number.value())
                .query((row, n) -> read(row))
                .optional();
    }

    void rename(UUID account, byte @Nullable [] sealed) {
        db.sql("update identity.account set name_sealed = :name where id = :id")
                .param("name", sealed)
                .param("id", account)
                .update();
    }

    void textTo(UUID account, byte @Nullable [] sealed) {
        db.sql("update identity.account set phone_sealed = :phone where id = :id")
                .param("phone", sealed)
                .param("id", account)
                .update();
    }

    void speak(UUID account, Locale language) {
        db.sql("update identity.account set language = :language where id = :id")
                .param("language", language.toLanguageTag())
                .param("id", account)
                .update();
    }

    void speak(UUID account, Locale language, ZoneId zone) {
        db.sql("update identity.account set language = :language, zone = :zone where id = :id")
                .param("language", language.toLanguageTag())
                .param("zone", zone.getId())
                .param("id", account)
                .update();
    }

    /** False when it is closed already. */
    boolean close(UUID account, Instant now, Instant until) {
        return db.sql("""
                update identity.account set closed_at = :now, closed_until = :until
                where id = :id and closed_at is null and joined_to is null and not staff
                """)
                        .param("id", account)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    Optional<Instant> closedAt(UUID account) {
        return db.sql(
                        "select closed_at from identity.account where id = :id and closed_at is not null and erased_at is null")
                .param("id", account)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    Optional<UUID> closed(byte[][] asKept) {
        return db.sql("""
                select id from identity.account
                where email_fingerprint = any(:kept) and not staff and closed_at is not null and erased_at is null
                """)
                .param("kept", asKept)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional();
    }

    boolean keep(UUID account) {
        return db.sql("""
                update identity.account set closed_at = null, closed_until = null
                where id = :id and closed_at is not null and erased_at is null
                """).param("id", account).update() == 1;
    }

    /** Closed accounts whose time to come back is over, locked until the end of the transaction. */
    List<Row> ended(Instant now, int limit) {
        return db.sql("select " + COLUMNS + """
                 from identity.account
                where closed_at is not null and erased_at is null and closed_until < :now
                order by closed_until limit :limit for update skip locked
                """)
                .param("now", Timestamp.from(now))
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Accounts that became part of this one. */
    List<Row> joinedTo(UUID account) {
        return db.sql("select " + COLUMNS + " from identity.account where joined_to = :id and erased_at is null")
                .param("id", account)
                .query((row, n) -> read(row))
                .list();
    }

    /** Only the number and the days remain, and nothing finds it by its address any more. */
    void erase(UUID account, byte[] fingerprint, Instant now) {
        db.sql("""
                update identity.account
                set erased_at = :now, email_sealed = null, name_sealed = null, phone_sealed = null,
                    email_fingerprint = :fingerprint
                where id = :id
                """)
                .param("id", account)
                .param("now", Timestamp.from(now))
                .param("fingerprint", fingerprint)
                .update();
    }

    /** Nothing finds it by its address any more, and nobody is written to there. */
    void release(UUID account, byte[] fingerprint) {
        db.sql("""
                update identity.account
                set email_sealed = null, phone_sealed = null, email_fingerprint = :fingerprint, heard_until = null
                where id = :id
                """).param("id", account).param("fingerprint", fingerprint).update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new AccountNumber(row.getString("number")),
                AccountType.valueOf(row.getString("type")),
                new Sealed(row.getBytes("email_sealed"), row.getBytes("name_sealed"), row.getBytes("phone_sealed")),
                row.getObject("vault_key", UUID.class),
                Locale.forLanguageTag(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                Set.of((String[]) row.getArray("roles").getArray()),
                row.getBoolean("closed"));
    }
}
