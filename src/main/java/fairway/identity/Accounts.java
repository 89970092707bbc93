package fairway.identity;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of people and of the agency's staff. */
@Service
public class Accounts {
    private final AccountTable table;
    private final Vault vault;
    private final Parts parts;
    private final Sources sources;
    private final Safety safety;

    Accounts(AccountTable table, Vault vault, Parts parts, Sources sources, Safety safety) {
        this.table = table;
        this.vault = vault;
        this.parts = parts;
        this.sources = sources;
        this.safety = safety;
    }

    @org.springframework.stereotype.Component
    record Parts(Profiles profiles, PhoneProofs proofs, Closing closing, Joins joins) {}

    @org.springframework.stereotype.Component
    record Sources(NoArgGenerator ids, SecureRandom random, InstantSource clock, ZoneId zone) {}

    public Optional<Account> find(UUID account) {
        return table.find(account).map(this::open);
    }

    /** The account of this address; a person and an officer may share one. */
    public Optional<Account> byEmail(EmailAddress email, boolean staff) {
        return table.byFingerprint(vault.asKept(fingerprint(email)), staff).map(this::open);
    }

    /** What stands for an address where it must not be known; columns keep {@link Vault#kept} of it. */
    public byte[] fingerprint(EmailAddress email) {
        return vault.fingerprint("identity.email", email.value());
    }

    /** An erased account has no address any more, one of a paper filing never had one. */
    public Contact contactOf(UUID account) {
        var known = find(account);
        if (known.isEmpty()) {
            return new Contact(account, List.of(), null, Locale.ENGLISH, sources.zone());
        }
        var found = known.get();
        var emails = found.email().isEmpty() ? List.<String>of() : List.of(found.email());
        return new Contact(account, emails, found.alerts(), found.language(), found.zone());
    }

    /** What the person told us about themself; empty parts where they did not. */
    public Profile profileOf(UUID account) {
        return parts.profiles().of(account);
    }

    /** The same under the names of facts in {@code forms/facts.yaml}, in the boxes of their types. */
    public Map<String, Map<String, String>> personFacts(UUID account) {
        return find(account)
                .map(found -> PersonFacts.of(
                        found, parts.profiles().of(account), parts.profiles().today()))
                .orElse(Map.of());
    }

    /** A change of address that this person told us. */
    public Optional<AddressChange> addressChange(UUID account, UUID change) {
        return parts.profiles().change(account, change);
    }

    /** All of them, latest first. */
    public List<AddressChange> addressChanges(UUID account) {
        return parts.profiles().changes(account);
    }

    /** Where letters go and went, newest first, and since when we know of each. */
    public List<Mailing> mailings(UUID account) {
        return parts.profiles().mailings(account);
    }

    /** Tells a change of address as its person does on the page; empty where they moved in later than they left. */
    public Optional<UUID> move(UUID account, PostalAddress home, @Nullable PostalAddress mail, LocalDate from) {
        return parts.profiles().move(account, home, mail, from);
    }

    /** A code for this telephone; empty when too many were sent within the hour. */
    public Optional<PhoneProof> provePhone(UUID account, Phone phone) {
        return find(account).flatMap(found -> parts.proofs().begin(account, found.key(), phone));
    }

    /** The telephone that waits for its code. */
    public Optional<Phone> phoneToProve(UUID account) {
        return find(account)
                .flatMap(found -> parts.proofs().open(account, found.key()))
                .map(PhoneProofs.Open::phone);
    }

    /** With the right code texts go to the telephone from now on. */
    @Transactional
    public PhoneProof.Check confirmPhone(UUID account, String code) {
        var check = find(account)
                .map(found -> parts.proofs().check(account, found.key(), code))
                .orElse(new PhoneProof.Check.Over());
        if (check instanceof PhoneProof.Check.Right(var phone)) {
            textTo(account, phone);
        }
        return check;
    }

    /** The link that takes the closing of this account back; empty where it is not closed. */
    public Optional<String> linkToKeep(UUID account) {
        return parts.closing().linkOf(account);
    }

    /** The same for the closed account of a person with this address. */
    public Optional<String> linkToKeep(EmailAddress email) {
        return table.closed(vault.asKept(fingerprint(email))).flatMap(this::linkToKeep);
    }

    /** Where news of an account's security goes, and what is stopped. */
    public Safety safety() {
        return safety;
    }

    /** Accounts of filings on paper, and accounts that became part of others. */
    public Joins joins() {
        return parts.joins();
    }

    /** Makes the account, or empty if the address has one already. */
    @Transactional
    public Optional<Account> create(NewAccount wanted) {
        var id = sources.ids().generate();
        var key = vault.newKey();
        var row = new AccountTable.Row(
                id,
                AccountNumber.issue(sources.random()),
                wanted.type(),
                new AccountTable.Sealed(
                        seal(key, id, "email", wanted.email().value()), seal(key, id, "name", wanted.name()), null),
                key,
                wanted.language(),
                sources.zone(),
                wanted.roles(),
                false);
        var fingerprint = fingerprint(wanted.email());
        var known = vault.asKept(fingerprint);
        if (known.length > 1
                && table.byFingerprint(known, wanted.type() == AccountType.STAFF)
                        .isPresent()) {
            return Optional.empty();
        }
        return table.add(row, vault.kept(fingerprint), sources.clock().instant()) ? find(id) : Optional.empty();
    }

    /** An account that never came to be: nobody signed in to it, and nothing hangs on it. */
    @Transactional
    public void forget(UUID account) {
        table.find(account).ifPresent(row -> {
            table.forget(account);
            vault.destroy(row.key());
        });
    }

    public void choose(UUID account, AccountType type) {
        table.choose(account, type);
    }

    /** The name under which a person is greeted; set from what they filed or told us. */
    public void rename(UUID account, String name) {
        table.find(account).ifPresent(row -> table.rename(account, seal(row.key(), account, "name", name)));
    }

    /** The phone that agreed to receive texts, or none any more. */
    public void textTo(UUID account, @Nullable Phone phone) {
        table.find(account)
                .ifPresent(row ->
                        table.textTo(account, seal(row.key(), account, "phone", phone == null ? null : phone.e164())));
    }

    /** What somebody who works here may do; it counts from their next request on. */
    public void assign(UUID account, Set<String> roles) {
        table.assign(account, roles);
    }

    /** Everybody who works or worked here, in the order in which they came. */
    public List<Account> staff() {
        return table.staff().stream().map(this::open).toList();
    }

    /** Accounts of people in the order of their ids, so many after that one. */
    public List<UUID> peopleAfter(UUID last, int most) {
        return table.peopleAfter(last, most);
    }

    /** A person’s account by its number or a former one, for those who work here. */
    public Optional<Account> byNumber(AccountNumber number) {
        return table.byNumber(number).map(this::open);
    }

    public void speak(UUID account, Locale language) {
        table.speak(account, language);
    }

    /**
     * A mark that only we can make and that says whose form a post was, for the hidden field {@code _owner}: a post that
     * arrives after the session ended is kept for this account and nobody else.
     */
    public String ownerMark(UUID account) {
        return new OwnerMark(vault).of(account);
    }

    /** Whether we made this mark, without saying for whom; nobody else’s is worth keeping a post for. */
    public boolean isOwnerMark(String mark) {
        return new OwnerMark(vault).ours(mark);
    }

    private Account open(AccountTable.Row row) {
        var email = open(row, "email", row.sealed().email());
        var name = open(row, "name", row.sealed().name());
        var phone = open(row, "phone", row.sealed().phone());
        return new Account(
                row.id(),
                row.number(),
                email == null ? "" : email,
                row.language(),
                row.type(),
                name == null ? new EmailAddress(String.valueOf(email)).masked() : name,
                row.key(),
                row.zone(),
                phone == null ? null : new Phone(phone),
                row.roles(),
                row.closed());
    }

    private byte @Nullable [] seal(UUID key, UUID account, String column, @Nullable String plain) {
        return plain == null ? null : vault.seal(key, plain.getBytes(StandardCharsets.UTF_8), context(account, column));
    }

    private @Nullable String open(AccountTable.Row row, String column, byte @Nullable [] sealed) {
        return sealed == null
                ? null
                : new String(vault.open(row.key(), sealed, context(row.id(), column)), StandardCharsets.UTF_8);
    }

    private static String context(UUID account, String column) {
        return "identity.account/" + account + "/" + column;
    }
}
