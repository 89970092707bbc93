package fairway.settings;

import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AddressChangeTable {
    private static final Duration DAY = Duration.ofHours(24);
    private static final String COLUMNS = "id, account, kind, address, session, due_at, confirmed_at";

    private final JdbcClient db;
    private final Accounts accounts;
    private final Vault vault;
    private final InstantSource clock;

    AddressChangeTable(JdbcClient db, Accounts accounts, Vault vault, InstantSource clock) {
        this.db = db;
        this.accounts = accounts;
        this.vault = vault;
        this.clock = clock;
    }

    @SuppressWarnings("ArrayRecordComponent")
    record Links(byte[] confirm, byte[] cancel) {}

    void add(AddressChange change, Links links) {
        var account = accounts.find(change.account()).orElseThrow();
        db.sql("""
                insert into settings.address_change
                    (id, account, kind, address, fingerprint, confirm_digest, cancel_digest, session, asked_at, due_at)
                values (:id, :account, :kind, :address, :fingerprint, :confirm, :cancel, :session, :now, :due)
                """)
                .param("id", change.id())
                .param("account", change.account())
                .param("kind", change.kind().name())
                .param("address", seal(account, change))
                .param("fingerprint", vault.kept(accounts.fingerprint(change.address())))
                .param("confirm", links.confirm())
                .param("cancel", links.cancel())
                .param("session", change.session())
                .param("now", Timestamp.from(clock.instant()))
                .param("due", Timestamp.from(change.dueAt()))
                .update();
    }

    Optional<AddressChange> open(UUID account, AddressChange.Kind kind) {
        return db.sql("select " + COLUMNS + """
                 from settings.address_change where account = :account and kind = :kind and ended_at is null
                """)
                .param("account", account)
                .param("kind", kind.name())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<AddressChange> open(UUID id) {
        return db.sql("select " + COLUMNS + " from settings.address_change where id = :id and ended_at is null")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** By the link in the message to the new address, as long as it works and was not used. */
    Optional<AddressChange> toConfirm(byte[] digest, Duration life) {
        return db.sql("select " + COLUMNS + """
                 from settings.address_change
                where confirm_digest = :digest and ended_at is null and confirmed_at is null and asked_at > :since
                """)
                .param("digest", digest)
                .param("since", Timestamp.from(clock.instant().minus(life)))
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<AddressChange> toCancel(byte[] digest) {
        return db.sql("select " + COLUMNS + """
                 from settings.address_change where cancel_digest = :digest and ended_at is null
                """)
                .param("digest", digest)
                .query((row, n) -> read(row))
                .optional();
    }

    boolean confirm(UUID id) {
        return db.sql("""
                update settings.address_change set confirmed_at = :now
                where id = :id and confirmed_at is null and ended_at is null
                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean end(UUID id, AddressChange.Ending ending) {
        return db.sql("""
                update settings.address_change set ended_at = :now, ending = :ending
                where id = :id and ended_at is null
                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("ending", ending.name())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** When in the last day this account asked, or this address was written to; newest first. */
    List<Instant> askedLately(UUID account, EmailAddress address) {
        return db.sql("""
                select asked_at from settings.address_change
                where (account = :account or fingerprint = any(:kept)) and asked_at > :since
                order by asked_at desc
                """)
                .param("account", account)
                .param("kept", vault.asKept(accounts.fingerprint(address)))
                .param("since", Timestamp.from(clock.instant().minus(DAY)))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    /** Accounts that asked for this address in the last day, also where they thought better of it. */
    List<UUID> namedBy(EmailAddress address) {
        return db.sql("""
                select distinct account from settings.address_change
                where fingerprint = any(:kept) and asked_at > :since
                """)
                .param("kept", vault.asKept(accounts.fingerprint(address)))
                .param("since", Timestamp.from(clock.instant().minus(DAY)))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private AddressChange read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var account = accounts.find(row.getObject("account", UUID.class)).orElseThrow();
        var address = vault.open(account.key(), row.getBytes("address"), context(id));
        var confirmedAt = row.getTimestamp("confirmed_at");
        return new AddressChange(
                id,
                account.id(),
                AddressChange.Kind.valueOf(row.getString("kind")),
                new EmailAddress(new String(address, StandardCharsets.UTF_8)),
                row.getObject("session", UUID.class),
                row.getTimestamp("due_at").toInstant(),
                confirmedAt == null ? null : confirmedAt.toInstant());
    }

    private byte[] seal(Account account, AddressChange change) {
        return vault.seal(
                account.key(), change.address().value().getBytes(StandardCharsets.UTF_8), context(change.id()));
    }

    private static String context(UUID id) {
        return "settings.address_change/" + id;
    }
}
