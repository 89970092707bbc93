package fairway.identity;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
        return db.sql("""
                update identity.account set joined_to = :to, joined_at = :now
                where id = :id and joined_to is null and id <> :to
                """)
                        .param("id", account)
                        .param("to", to)
                        .param("now", Timestamp.from(needed.moment().clock().instant()))
                        .update()
                == 1;
    }

    @Override
    public List<AccountNumber> formerNumbers(UUID account) {
        return db.sql("""
                with recursive part (id, number, joined_at) as (
                    select id, number, joined_at from identity.account where joined_to = :id
                    union all
                    select a.id, a.number, a.joined_at from identity.account a join part on a.joined_to = part.id)
                select number from part order by joined_at desc, number
                """)
                .param("id", account)
                .query((row, n) -> new AccountNumber(row.getString(1)))
                .list();
    }
}
