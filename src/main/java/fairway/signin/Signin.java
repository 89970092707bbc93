package fairway.signin;

import fairway.identity.Account;
import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.NewAccount;
import fairway.identity.Phone;
import fairway.passwords.Demands;
import fairway.passwords.Passwords;
import fairway.passwords.Unmet;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules may ask of sign-in: where a browser stands, to let it in, and the invented people of a demonstration. */
@Service
public class Signin {
    private final Accounts accounts;
    private final Making making;
    private final Facets facets;
    private final Inside inside;
    private final boolean demo;

    Signin(
            Accounts accounts,
            Making making,
            Facets facets,
            Inside inside,
            @Value("${fairway.ui.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.making = making;
        this.facets = facets;
        this.inside = inside;
        this.demo = demo;
    }

    @Component
    record Making(Credentials credentials, Authenticators authenticators, Passwords passwords, Enrolment enrolment) {}

    @Component
    record Facets(LiveSessions sessions, CodeWays ways, Secrets secrets, WayBack wayBack) {}

    /** Where people are signed in. */
    public LiveSessions sessions() {
        return facets.sessions();
    }

    /** How people get their codes. */
    public CodeWays ways() {
        return facets.ways();
    }

    /** What people know or keep. */
    public Secrets secrets() {
        return facets.secrets();
    }

    /** What lets people back in who lost what they sign in with. */
    public GettingBack gettingBack() {
        return facets.wayBack();
    }

    /** Whose codes and tries: the account, and what they are bound to while nobody is signed in. */
    public record Back(UUID account, UUID attempt) {}

    /**
     * Proofs of somebody who has shown that an address of the account is theirs. Every try is counted and on record. No
     * problem means right.
     */
    public interface GettingBack {
        Profile profile();

        /** The account that signs in with this address and has a password; nothing of it is opened. */
        Optional<UUID> holder(EmailAddress address);

        boolean hasBackupCode(UUID account);

        List<Problem> answer(Page page, Back back, List<String> answers);

        List<Problem> send(Page page, Back back, UUID way);

        List<Problem> code(Page page, Back back, UUID way, String typed);

        /** A right one is used up; {@link #newBackupCode} is in its place. */
        List<Problem> backupCode(Page page, Back back, String typed);

        Optional<String> newBackupCode(Back back);

        void keptBackupCode(Back back);

        /** What the new password does not meet. */
        List<Problem> unmet(Page page, UUID account, Secrets.NewPassword wanted);

        /** The new password, the end of every session and of every wait for the old one; in the caller's transaction. */
        void reset(UUID account, String passwordHash);

        /** The same where every other way in is lost: this browser sets them up again, in the same account. */
        void beginAnew(HttpServletRequest request, HttpServletResponse response, UUID account, String passwordHash);
    }

    /** What lets browsers in. */
    @Component
    record Inside(Entry entry, Sessions sessions, ParkedPosts parked) {}

    /** Who keeps the passkeys of accounts; sign-in offers them where there are some. */
    public interface Keys {
        boolean any(UUID account);
    }

    /** How far a browser has come: {@code full} is signed in, otherwise its password was right and a second proof is owed. */
    public record Standing(UUID session, UUID account, boolean full) {}

    /** How an invented person or officer gets in: codes by e-mail always, by text and by app where given. */
    @SuppressWarnings("ArrayRecordComponent")
    public record DemoSignIn(
            String email, String password, @Nullable String phone, byte @Nullable [] appSecret) {
        @Override
        public String toString() {
            return "DemoSignIn[" + email + "]";
        }
    }

    /** Where this browser stands; empty for one that has given no password or is still setting its account up. */
    public Optional<Standing> standing(HttpServletRequest request) {
        return Optional.ofNullable((Session) request.getAttribute(Session.ATTRIBUTE))
                .filter(session -> session.level() != Session.Level.SETUP)
                .map(session -> new Standing(session.id(), session.account(), session.full()));
    }

    /**
     * Lets a browser in whose passkey has just shown whose it is, or counts it as a fresh proof where that account is signed
     * in already. Gives the page that comes next, or empty if the account may not enter here.
     */
    public Optional<String> enterByKey(
            HttpServletRequest request, HttpServletResponse response, UUID account, @Nullable String wanted) {
        var visit = new Visit(request, response);
        var before = visit.session().filter(session -> session.account().equals(account));
        var to = ReturnPath.read(wanted)
                .filter(path -> path.desk() == visit.staff())
                .map(ReturnPath::value)
                .orElse(null);
        return accounts.find(account)
                .filter(found -> !found.closed() && inside.entry().afterKey(visit, found, to))
                .map(found -> next(visit, account, before.map(Session::returnTo).orElse(to)));
    }

    /** Somebody who is to work here: whom the invitation was for, and what they chose. */
    public record Joining(EmailAddress email, Locale language, String name, Set<String> roles, String passwordHash) {}

    /** Which rules new passwords meet here. */
    public Demands demands() {
        return making.enrolment().demands();
    }

    /** What a new password for this address does not meet yet. */
    public List<Unmet> unmet(String password, EmailAddress email, String agency) {
        return making.enrolment().unmet(password, email, agency);
    }

    /** Opens the account of somebody who works here, or opens it anew; codes go to the address, which the link has proven. */
    @Transactional
    public UUID admit(Joining who) {
        var wanted = new NewAccount(who.email(), who.language(), AccountType.STAFF, who.name(), who.roles());
        var account = accounts.create(wanted)
                .or(() -> accounts.byEmail(who.email(), true))
                .orElseThrow();
        shutOut(account.id());
        accounts.rename(account.id(), who.name());
        accounts.assign(account.id(), who.roles());
        making.credentials().add(account.id(), accounts.fingerprint(who.email()), true, Stage.DONE);
        making.credentials().setPassword(account.id(), who.passwordHash());
        if (inside.entry().ways(account).isEmpty()) {
            confirmed(account, Way.EMAIL, account.email(), new byte[0]);
        }
        return account.id();
    }

    /** Signs a browser in right after {@link #admit}. */
    public void enterInvited(HttpServletRequest request, HttpServletResponse response, UUID account) {
        inside.entry()
                .afterInvitation(
                        new Visit(request, response), accounts.find(account).orElseThrow());
    }

    /** Ends all sessions of this account, and nothing opens it until it is admitted anew. */
    @Transactional
    public void shutOut(UUID account) {
        making.credentials().remove(account);
        inside.sessions().endAll(account);
    }

    /** How many ways to one-time codes this account has proven. */
    public int waysToCodes(UUID account) {
        return accounts.find(account)
                .map(found -> inside.entry().ways(found).size())
                .orElse(0);
    }

    /** Makes the person unless they are there, and gives their account. */
    public UUID demoPerson(DemoSignIn way, Locale language, String name) {
        return add(way, AccountType.APPLICANT, language, name, Set.of());
    }

    /** Makes the officer unless they are there, and gives their account. */
    public UUID demoOfficer(DemoSignIn way, String name, Set<String> roles) {
        return add(way, AccountType.STAFF, Locale.ENGLISH, name, roles);
    }

    /** The form that was kept meanwhile, or where this browser wanted to go. */
    private String next(Visit visit, UUID account, @Nullable String wanted) {
        if (inside.parked().find(visit.request(), account).isPresent()) {
            return visit.path("/sign-in/kept");
        }
        return wanted == null ? visit.home() : wanted;
    }

    private UUID add(DemoSignIn way, AccountType type, Locale language, String name, Set<String> roles) {
        if (!demo) {
            throw new IllegalStateException("Invented people live in demonstrations only");
        }
        var email = EmailAddress.read(way.email()).orElseThrow();
        var staff = type == AccountType.STAFF;
        return accounts.create(new NewAccount(email, language, type, name, roles))
                .map(made -> complete(made, way))
                .or(() -> accounts.byEmail(email, staff).map(Account::id))
                .orElseThrow();
    }

    private UUID complete(Account account, DemoSignIn way) {
        var email = new EmailAddress(account.email());
        making.credentials().add(account.id(), accounts.fingerprint(email), account.staff(), Stage.DONE);
        making.credentials().setPassword(account.id(), making.passwords().hash(way.password()));
        confirmed(account, Way.EMAIL, account.email(), new byte[0]);
        var phone = way.phone() == null ? null : Phone.read(way.phone()).orElseThrow();
        if (phone != null) {
            confirmed(account, Way.TEXT, phone.e164(), new byte[0]);
            accounts.textTo(account.id(), phone);
        }
        if (way.appSecret() != null) {
            confirmed(account, Way.APP, "", way.appSecret());
        }
        return account.id();
    }

    private void confirmed(Account account, Way way, String address, byte[] secret) {
        var authenticators = making.authenticators();
        authenticators.confirm(authenticators.add(account, way, address, secret));
    }
}
