package fairway.signin;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.identity.Account;
import fairway.limits.Count;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ways to codes of each account, with their failures in a row. */
@Repository
class Authenticators {
    private static final String SELECT = """
            select id, account, way, address, confirmed_at, failures, failed_at, name, bound_at, used_at, lost_at
            from signin.authenticator
            where account = :account and removed_at is null
            """;

    private final JdbcClient db;
    private final Vault vault;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    Authenticators(JdbcClient db, Vault vault, NoArgGenerator ids, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /** All of an account in the order in which we offer them. */
    List<Authenticator> of(Account account) {
        return db.sql(SELECT + " order by position, array_position(array['TEXT', 'APP', 'EMAIL'], way), bound_at")
                .param("account", account.id())
                .query((row, n) -> read(account, row))
                .list();
    }

    /** Those that make or receive codes now. */
    List<Authenticator> usable(Account account) {
        return of(account).stream().filter(Authenticator::usable).toList();
    }

    /** The same with those reported as lost. */
    List<Authenticator> confirmed(Account account) {
        return of(account).stream().filter(Authenticator::confirmed).toList();
    }

    Optional<Authenticator> find(Account account, UUID id) {
        return of(account).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The same, and nobody else may try any of them until this transaction ends. */
    List<Authenticator> lock(Account account) {
        return db.sql(SELECT + " order by id for update")
                .param("account", account.id())
                .query((row, n) -> read(account, row))
                .list();
    }

    UUID add(Account account, Way way, String address, byte[] secret) {
        var id = ids.generate();
        db.sql("""
                insert into signin.authenticator (id, account, way, address, secret, bound_at)
                values (:id, :account, :way, :address, :secret, :now)
                """)
                .param("id", id)
                .param("account", account.id())
                .param("way", way.name())
                .param("address", vault.seal(account.key(), bytes(address), context(id, "address")))
                .param("secret", vault.seal(account.key(), secret, context(id, "secret")))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    void name(Account account, UUID id, String name) {
        db.sql("update signin.authenticator set name = :name where id = :id and account = :account")
                .param("name", vault.seal(account.key(), bytes(name), context(id, "name")))
                .param("id", id)
                .param("account", account.id())
                .update();
    }

    /** First in the order in which we ask from now on. */
    void prefer(UUID account, UUID id) {
        db.sql("""
                update signin.authenticator
                set position = (select min(position) - 1 from signin.authenticator where account = :account)
                where id = :id and account = :account
                """).param("id", id).param("account", account).update();
    }

    /** Codes by e-mail go where the account's e-mail goes. */
    void moveEmail(Account account) {
        of(account).stream()
                .filter(one -> one.way() == Way.EMAIL)
                .forEach(one -> db.sql("update signin.authenticator set address = :address where id = :id")
                        .param(
                                "address",
                                vault.seal(account.key(), bytes(account.email()), context(one.id(), "address")))
                        .param("id", one.id())
                        .update());
    }

    /** The secret of an authenticator app. */
    byte[] secret(Account account, UUID id) {
        var sealed = db.sql("select secret from signin.authenticator where id = :id and account = :account")
                .param("id", id)
                .param("account", account.id())
                .query((row, n) -> row.getBytes("secret"))
                .single();
        return vault.open(account.key(), sealed, context(id, "secret"));
    }

    void confirm(UUID id) {
        db.sql("update signin.authenticator set confirmed_at = coalesce(confirmed_at, :now) where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void remove(UUID account, UUID id) {
        db.sql("update signin.authenticator set removed_at = :now where id = :id and account = :account")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("account", account)
                .update();
    }

    /** Reported as lost, or taken back where {@code lost} is false. */
    void lose(UUID account, UUID id, boolean lost) {
        db.sql("update signin.authenticator set lost_at = :at where id = :id and account = :account")
                .param("at", lost ? Timestamp.from(clock.instant()) : null)
                .param("id", id)
                .param("account", account)
                .update();
    }

    void removeUnconfirmed(UUID account) {
        db.sql("""
                update signin.authenticator set removed_at = :now
                where account = :account and confirmed_at is null and removed_at is null
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    int fail(UUID id) {
        return db.sql("""
                update signin.authenticator set failures = failures + 1, failed_at = :now where id = :id
                returning failures
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    void succeed(UUID id) {
        db.sql("update signin.authenticator set failures = 0, failed_at = null, used_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Uses up this step of an app and all before it; false if it was used already. */
    boolean takeStep(UUID id, long step) {
        return db.sql("update signin.authenticator set last_step = :step where id = :id and last_step < :step")
                        .param("step", step)
                        .param("id", id)
                        .update()
                == 1;
    }

    private Authenticator read(Account account, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var address = vault.open(account.key(), row.getBytes("address"), context(id, "address"));
        var failedAt = row.getTimestamp("failed_at");
        var usedAt = row.getTimestamp("used_at");
        var lostAt = row.getTimestamp("lost_at");
        var name = row.getBytes("name");
        return new Authenticator(
                id,
                account.id(),
                Way.valueOf(row.getString("way")),
                new String(address, StandardCharsets.UTF_8),
                row.getTimestamp("confirmed_at") != null,
                new Count(row.getInt("failures"), failedAt == null ? null : failedAt.toInstant()),
                new Authenticator.Marks(
                        name == null
                                ? ""
                                : new String(
                                        vault.open(account.key(), name, context(id, "name")), StandardCharsets.UTF_8),
                        row.getTimestamp("bound_at").toInstant(),
                        usedAt == null ? null : usedAt.toInstant(),
                        lostAt == null ? null : lostAt.toInstant()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String context(UUID id, String column) {
        return "signin.authenticator/" + id + "/" + column;
    }
}
