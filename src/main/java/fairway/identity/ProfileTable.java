package fairway.identity;

import fairway.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Profiles and changes of address, sealed under the key of their account. */
@Repository
class ProfileTable {
    private final JdbcClient db;
    private final Vault vault;
    private final JsonMapper json = new JsonMapper();

    ProfileTable(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** The addresses of a change, as they are sealed. */
    record Told(PostalAddress home, @Nullable PostalAddress mail, LocalDate from) {}

    Profile find(UUID account, UUID key) {
        return read("select sealed from identity.profile where account = :account", account, key);
    }

    /** The same, locked until the end of the transaction. */
    Profile lock(UUID account, UUID key, Instant now) {
        db.sql("""
                insert into identity.profile (account, sealed, changed_at) values (:account, :sealed, :now)
                on conflict (account) do nothing
                """)
                .param("account", account)
                .param("sealed", seal(account, key, Profile.EMPTY))
                .param("now", Timestamp.from(now))
                .update();
        return read("select sealed from identity.profile where account = :account for update", account, key);
    }

    void save(UUID account, UUID key, Profile profile, Instant now) {
        db.sql("update identity.profile set sealed = :sealed, changed_at = :now where account = :account")
                .param("sealed", seal(account, key, profile))
                .param("now", Timestamp.from(now))
                .param("account", account)
                .update();
    }

    Optional<Instant> changedAt(UUID account) {
        return db.sql("select changed_at from identity.profile where account = :account")
                .param("account", account)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    void add(AddressChange change, UUID key) {
        var told = json.writeValueAsBytes(new Told(change.home(), change.mail(), change.from()));
        db.sql("""
                insert into identity.address_change (id, account, sealed, told_at)
                values (:id, :account, :sealed, :at)
                """)
                .param("id", change.id())
                .param("account", change.account())
                .param("sealed", vault.seal(key, told, context("address_change", change.id())))
                .param("at", Timestamp.from(change.toldAt()))
                .update();
    }

    Optional<AddressChange> change(UUID account, UUID key, UUID id) {
        return db.sql("select id, sealed, told_at from identity.address_change where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .query((row, n) -> change(account, key, row))
                .optional();
    }

    /** Latest first. */
    List<AddressChange> changes(UUID account, UUID key) {
        return db.sql("""
                select id, sealed, told_at from identity.address_change where account = :account
                order by told_at desc, id desc
                """)
                .param("account", account)
                .query((row, n) -> change(account, key, row))
                .list();
    }

    /** What a profile got from the account {@code part}. */
    record Addition(UUID id, UUID account, UUID part) {}

    boolean addedBefore(UUID account, UUID part) {
        return db.sql("""
                select exists (select 1 from identity.profile_added where account = :account and part = :part)
                """)
                .param("account", account)
                .param("part", part)
                .query(Boolean.class)
                .single();
    }

    void added(Addition addition, UUID key, Added added, Instant now) {
        db.sql("""
                insert into identity.profile_added (id, account, part, sealed, added_at)
                values (:id, :account, :part, :sealed, :now)
                """)
                .param("id", addition.id())
                .param("account", addition.account())
                .param("part", addition.part())
                .param(
                        "sealed",
                        vault.seal(key, json.writeValueAsBytes(added), context("profile_added", addition.id())))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Added> added(Addition addition, UUID key) {
        return db.sql("""
                select sealed from identity.profile_added where id = :id and account = :account and part = :part
                """)
                .param("id", addition.id())
                .param("account", addition.account())
                .param("part", addition.part())
                .query((row, n) -> json.readValue(
                        vault.open(key, row.getBytes("sealed"), context("profile_added", addition.id())), Added.class))
                .optional();
    }

    /** Once it cannot be taken out any more, or was. */
    void forgetAdded(UUID part) {
        db.sql("delete from identity.profile_added where part = :part")
                .param("part", part)
                .update();
    }

    void forget(UUID account) {
        db.sql("delete from identity.profile_added where account = :account or part = :account")
                .param("account", account)
                .update();
        db.sql("delete from identity.address_change where account = :account")
                .param("account", account)
                .update();
        db.sql("delete from identity.recovery_address where account = :account")
                .param("account", account)
                .update();
        db.sql("delete from identity.profile where account = :account")
                .param("account", account)
                .update();
    }

    private AddressChange change(UUID account, UUID key, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var told = json.readValue(vault.open(key, row.getBytes("sealed"), context("address_change", id)), Told.class);
        return new AddressChange(
                id,
                account,
                told.home(),
                told.mail(),
                told.from(),
                row.getTimestamp("told_at").toInstant());
    }

    private Profile read(String sql, UUID account, UUID key) {
        return db.sql(sql)
                .param("account", account)
                .query((row, n) -> json.readValue(
                        vault.open(key, row.getBytes("sealed"), context("profile", account)), Profile.class))
                .optional()
                .orElse(Profile.EMPTY);
    }

    private byte[] seal(UUID account, UUID key, Profile profile) {
        return vault.seal(key, json.writeValueAsBytes(profile), context("profile", account));
    }

    private static String context(String table, UUID id) {
        return "identity." + table + "/" + id;
    }
}
