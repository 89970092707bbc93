package fairway.identity;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of filings on paper, and which account became part of which. */
@Repository
class JoinTable implements Joins {
    private final JdbcClient db;
    private final AccountTable accounts;
    private final ProfileTable profiles;
    private final Vault vault;
    private final Needed needed;

    JoinTable(JdbcClient db, AccountTable accounts, ProfileTable profiles, Vault vault, Needed needed) {
        this.db = db;
        this.accounts = accounts;
        this.profiles = profiles;
        this.vault = vault;
        this.needed = needed;
    }

    @Component("joinsNeeded")
    record Needed(NoArgGenerator ids, SecureRandom random, ZoneId zone, Profiles.Moment moment) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID open(PaperPerson person) {
        var id = needed.ids().generate();
        var key = vault.newKey();
        var now = needed.moment().clock().instant();
        var name = vault.seal(
                key, person.name().whole().getBytes(StandardCharsets.UTF_8), "identity.account/" + id + "/name");
        accounts.add(
                new AccountTable.Row(
                        id,
                        AccountNumber.issue(needed.random()),
                        AccountType.APPLICANT,
                        new AccountTable.Sealed(null, name, null),
                        key,
                        person.language(),
                        needed.zone(),
                        Set.of(),
                        false),
                vault.mac("identity.paper", id.toString().getBytes(StandardCharsets.US_ASCII)),
                now);
        var today = needed.moment().calendar().today();
        var profile = profiles.lock(id, key, now)
                .named(person.name(), null, person.born())
                .moved(person.address(), null, today);
        profiles.save(id, key, profile, now);
        return id;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(UUID account, UUID to) {
        return join(account, to, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(UUID account, UUID to, @Nullable Instant heardUntil) {
        boolean joined = db.sql("""
                update identity.account set joined_to = :to, joined_at = :now, heard_until = :heard
                where id = :id and joined_to is null and id <> :to
                """)
                        .param("id", account)
                        .param("to", to)
                        .param("now", now())
                        .param("heard", heardUntil == null ? null : Timestamp.from(heardUntil), Types.TIMESTAMP)
                        .update()
                == 1;
        if (joined) {
            needed.moment().events().publishEvent(new AccountJoined(account, to));
        }
        return joined;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean part(UUID account, UUID from) {
        boolean parted = db.sql("""
                update identity.account set joined_to = null, joined_at = null, heard_until = null
                where id = :id and joined_to = :from and email_sealed is not null
                """).param("id", account).param("from", from).update() == 1;
        if (parted) {
            needed.moment().events().publishEvent(new AccountParted(account, from));
        }
        return parted;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(UUID account) {
        needed.moment().events().publishEvent(new AccountErased(account));
        db.sql("delete from identity.recovery_address where account = :id")
                .param("id", account)
                .update();
        profiles.forgetAdded(account);
        accounts.release(
                account, vault.mac("identity.joined", account.toString().getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public UUID leading(UUID account) {
        return db.sql("""
                with recursive way (id, joined_to) as (
                    select id, joined_to from identity.account where id = :id
                    union all
                    select a.id, a.joined_to from identity.account a join way on a.id = way.joined_to)
                select id from way where joined_to is null
                """)
                .param("id", account)
                .query((row, n) -> row.getObject(1, UUID.class))
                .optional()
                .orElse(account);
    }

    @Override
    public List<UUID> partsOf(UUID account) {
        return parts(account, "id", (row, n) -> row.getObject(1, UUID.class));
    }

    @Override
    public List<UUID> heardWith(UUID account) {
        return db.sql("""
                select id from identity.account
                where joined_to = :id and heard_until > :now and erased_at is null order by joined_at
                """)
                .param("id", account)
                .param("now", now())
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    @Override
    public List<AccountNumber> formerNumbers(UUID account) {
        return parts(account, "number", (row, n) -> new AccountNumber(row.getString(1)));
    }

    private <T> List<T> parts(UUID account, String column, RowMapper<T> read) {
        return db.sql("""
                with recursive part (id, number, joined_at) as (
                    select id, number, joined_at from identity.account where joined_to = :id
                    union all
                    select a.id, a.number, a.joined_at from identity.account a join part on a.joined_to = part.id)
                """ + "select " + column + " from part order by joined_at desc, number")
                .param("id", account)
                .query(read)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(needed.moment().clock().instant());
    }
}
