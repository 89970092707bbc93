package fairway.administration;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.passkeys.Passkeys;
import fairway.signin.Signin;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works here: invited by an administrator, the first one by a link printed on the console, and stopped at once. */
@Service
public class Staff {
    private final Invitations invitations;
    private final Accounts accounts;
    private final Ways ways;
    private final Letters letters;
    private final Books books;

    Staff(Invitations invitations, Accounts accounts, Ways ways, Letters letters, Books books) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.ways = ways;
        this.letters = letters;
        this.books = books;
    }

    /** What opens an account. */
    @Component
    record Ways(Signin signin, Passkeys passkeys) {}

    @Component
    record Books(Audit audit, AdministrationSettings settings, JdbcClient db, InstantSource clock) {}

    /** Somebody who works or worked here. */
    record Member(Account account, boolean disabled) {}

    /** What somebody chose when they followed their link. */
    record Choice(EmailAddress email, String name, Locale language, String passwordHash) {}

    /** The path of a link for the first administrator, if there is none who could invite others. */
    @Transactional
    public Optional<String> firstLink() {
        return members().stream().anyMatch(member -> administers(member))
                ? Optional.empty()
                : Optional.of(consoleLink());
    }

    /** The path of a new link for an administrator; whoever may read the console may use it, once and soon. */
    @Transactional
    public String consoleLink() {
        invitations.revokeConsole();
        var made = invitations.make(
                null, Set.of(Role.ADMINISTRATOR.name()), null, books.settings().consoleToken());
        record(Actor.system(), "staff.console-link", "invitation", made.id(), Map.of());
        return JoinPages.link(made.token());
    }

    List<Member> members() {
        var disabled = new HashSet<>(books.db()
                .sql("select account from administration.disabled")
                .query(UUID.class)
                .list());
        return accounts.staff().stream()
                .map(account -> new Member(account, disabled.contains(account.id())))
                .toList();
    }

    Optional<Member> member(UUID id) {
        return members().stream()
                .filter(member -> member.account().id().equals(id))
                .findFirst();
    }

    List<Invitations.Invitation> open() {
        return invitations.open();
    }

    Optional<Invitations.Invitation> invitation(String token) {
        return invitations.find(token);
    }

    @Transactional
    void invite(UUID by, EmailAddress email, Set<String> roles, Locale language) {
        var made = invitations.make(email, roles, by, books.settings().invitation());
        letters.invited(made, email, language);
        record(Actor.staff(by), "staff.invited", "invitation", made.id(), Map.of("roles", list(roles)));
    }

    @Transactional
    boolean revoke(UUID by, UUID invitation) {
        var revoked = invitations.revoke(invitation);
        if (revoked) {
            record(Actor.staff(by), "staff.invitation-revoked", "invitation", invitation, Map.of());
        }
        return revoked;
    }

    /** Uses the link up and opens the account; empty if the link is used, revoked or too old by now. */
    @Transactional
    Optional<UUID> join(Invitations.Invitation invitation, Choice choice) {
        if (!invitations.use(invitation.id())) {
            return Optional.empty();
        }
        var account = ways.signin()
                .admit(new Signin.Joining(
                        choice.email(), choice.language(), choice.name(), invitation.roles(), choice.passwordHash()));
        ways.passkeys().removeAll(account);
        invitations.usedBy(invitation.id(), account);
        books.db()
                .sql("delete from administration.disabled where account = :account")
                .param("account", account)
                .update();
        record(Actor.staff(account), "staff.joined", "account", account, Map.of("roles", list(invitation.roles())));
        administrators(account).forEach(one -> letters.joined(one, account, invitation.id()));
        return Optional.of(account);
    }

    /** False for one’s own: nobody takes the last administrator away by mistake. */
    @Transactional
    boolean assign(UUID by, UUID account, Set<String> roles) {
        if (by.equals(account)) {
            return false;
        }
        accounts.assign(account, roles);
        letters.changed(member(account).orElseThrow().account());
        record(Actor.staff(by), "staff.roles", "account", account, Map.of("roles", list(roles)));
        return true;
    }

    /** Ends every session at once; only a new invitation lets them in again. */
    @Transactional
    boolean disable(UUID by, UUID account) {
        if (by.equals(account)) {
            return false;
        }
        books.db()
                .sql("""
                insert into administration.disabled (account, disabled_by, disabled_at) values (:account, :by, :now)
                on conflict (account) do nothing
                """)
                .param("account", account)
                .param("by", by)
                .param("now", Timestamp.from(books.clock().instant()))
                .update();
        ways.signin().shutOut(account);
        record(Actor.staff(by), "staff.disabled", "account", account, Map.of());
        return true;
    }

    private List<Account> administrators(@Nullable UUID but) {
        return members().stream()
                .filter(Staff::administers)
                .map(Member::account)
                .filter(account -> !account.id().equals(but))
                .toList();
    }

    private static boolean administers(Member member) {
        return !member.disabled() && member.account().roles().contains(Role.ADMINISTRATOR.name());
    }

    private void record(Actor actor, String what, String kind, UUID id, Map<String, String> facts) {
        books.audit().record(new Act(actor, what, Subject.of(kind, id), facts));
    }

    private static String list(Set<String> roles) {
        return String.join(",", roles.stream().sorted().toList());
    }
}
