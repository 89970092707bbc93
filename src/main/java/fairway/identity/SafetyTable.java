package fairway.identity;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The recovery address and the holds of each account. */
@Repository
class SafetyTable implements Safety {
    private final JdbcClient db;
    private final AccountTable accounts;
    private final Vault vault;
    private final Surroundings surroundings;

    SafetyTable(JdbcClient db, AccountTable accounts, Vault vault, Surroundings surroundings) {
        this.db = db;
        this.accounts = accounts;
        this.vault = vault;
        this.surroundings = surroundings;
    }

    @Component
    record Surroundings(NoArgGenerator ids, InstantSource clock, ApplicationEventPublisher events) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID account) {
        db.sql("select 1 from identity.account where id = :id for update")
                .param("id", account)
                .query(Integer.class)
                .optional();
    }

    @Override
    public List<EmailAddress> addresses(UUID account) {
        var first = accounts.find(account)
                .map(row -> open(row, row.sealed().email(), "email"))
                .filter(address -> !address.isEmpty())
                .map(EmailAddress::new);
        return Stream.concat(first.stream(), recoveryAddress(account).stream())
                .distinct()
                .toList();
    }

    @Override
    public Optional<EmailAddress> recoveryAddress(UUID account) {
        return accounts.find(account)
                .flatMap(row -> db.sql("select address from identity.recovery_address where account = :account")
                        .param("account", account)
                        .query((found, n) -> found.getBytes("address"))
                        .optional()
                        .map(bytes -> new EmailAddress(open(row, bytes, "recovery"))));
    }

    @Override
    public List<UUID> recoveredAt(EmailAddress address) {
        return db.sql("""
                select account from identity.recovery_address
                join identity.account on account.id = recovery_address.account and not account.staff
                    and account.joined_to is null
                where recovery_address.fingerprint = any(:kept)
                order by recovery_address.confirmed_at
                """)
                .param("kept", vault.asKept(vault.fingerprint("identity.email", address.value())))
                .query((row, n) -> row.getObject("account", UUID.class))
                .list();
    }

    @Override
    @Transactional
    public void recoverAt(UUID account, @Nullable EmailAddress address) {
        if (address == null) {
            db.sql("delete from identity.recovery_address where account = :account")
                    .param("account", account)
                    .update();
            return;
        }
        var row = accounts.find(account).orElseThrow();
        db.sql("""
                insert into identity.recovery_address (account, address, fingerprint, confirmed_at)
                values (:account, :address, :fingerprint, :now)
                on conflict (account) do update
                set address = excluded.address, fingerprint = excluded.fingerprint, confirmed_at = excluded.confirmed_at
                """)
                .param("fingerprint", vault.kept(vault.fingerprint("identity.email", address.value())))
                .param("account", account)
                .param("address", seal(row, address, "recovery"))
                .param("now", Timestamp.from(surroundings.clock().instant()))
                .update();
    }

    @Override
    @Transactional
    public boolean move(UUID account, EmailAddress to) {
        var row = accounts.find(account).orElseThrow();
        var fingerprint = vault.fingerprint("identity.email", to.value());
        int moved = db.sql("""
                update identity.account as moving set email_sealed = :sealed, email_fingerprint = :kept
                where id = :account and not exists (
                    select 1 from identity.account as other
                    where other.email_fingerprint = any(:asKept) and other.staff = moving.staff)
                """)
                .param("sealed", seal(row, to, "email"))
                .param("kept", vault.kept(fingerprint))
                .param("asKept", vault.asKept(fingerprint))
                .param("account", account)
                .update();
        if (moved == 1) {
            surroundings.events().publishEvent(new AddressMoved(account));
        }
        return moved == 1;
    }

    @Override
    public Optional<Hold> holdOn(UUID account) {
        return db.sql("""
                select until, reason from identity.account_hold
                where account = :account and until > :now and lifted_at is null
                order by reason = 'NOT_ME_AGAIN', until desc
                limit 1
                """)
                .param("account", account)
                .param("now", Timestamp.from(surroundings.clock().instant()))
                .query((row, n) ->
                        new Hold(row.getTimestamp("until").toInstant(), Reason.valueOf(row.getString("reason"))))
                .optional();
    }

    @Override
    public Optional<Reason> heldLast(UUID account) {
        return db.sql("""
                select reason from identity.account_hold where account = :account order by made_at desc, id desc limit 1
                """)
                .param("account", account)
                .query((row, n) -> Reason.valueOf(row.getString("reason")))
                .optional();
    }

    @Override
    public boolean heldSince(UUID account, Reason reason, Instant since) {
        return db.sql("""
                select exists (select 1 from identity.account_hold
                               where account = :account and reason = :reason and made_at > :since)
                """)
                .param("account", account)
                .param("reason", reason.name())
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    @Override
    public void hold(UUID account, Instant until, Reason reason) {
        db.sql("""
                insert into identity.account_hold (id, account, reason, made_at, until)
                values (:id, :account, :reason, :now, :until)
                """)
                .param("id", surroundings.ids().generate())
                .param("account", account)
                .param("reason", reason.name())
                .param("now", Timestamp.from(surroundings.clock().instant()))
                .param("until", Timestamp.from(until))
                .update();
    }

    private byte[] seal(AccountTable.Row row, EmailAddress address, String column) {
        return vault.seal(row.key(), address.value().getBytes(StandardCharsets.UTF_8), context(row, column));
    }

    private String open(AccountTable.Row row, byte @Nullable [] sealed, String column) {
        return sealed == null
                ? ""
                : new String(vault.open(row.key(), sealed, context(row, column)), StandardCharsets.UTF_8);
    }

    private static String context(AccountTable.Row row, String column) {
        return "identity.account/" + row.id() + "/" + column;
    }
}
