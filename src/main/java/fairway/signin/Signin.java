package fairway.signin;

import fairway.identity.Account;
import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.NewAccount;
import fairway.identity.Phone;
import fairway.passwords.Passwords;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** What other modules may ask of sign-in, and the invented people of a demonstration. */
@Service
public class Signin {
    private final Accounts accounts;
    private final Making making;
    private final Facets facets;
    private final boolean demo;

    Signin(Accounts accounts, Making making, Facets facets, @Value("${fairway.ui.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.making = making;
        this.facets = facets;
        this.demo = demo;
    }

    @Component
    record Making(Credentials credentials, Authenticators authenticators, Passwords passwords) {}

    @Component
    record Facets(LiveSessions sessions, CodeWays ways, Secrets secrets) {}

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

    /** How an invented person or officer gets in: codes by e-mail always, by text and by app where given. */
    @SuppressWarnings("ArrayRecordComponent")
    public record DemoSignIn(
            String email, String password, @Nullable String phone, byte @Nullable [] appSecret) {
        @Override
        public String toString() {
            return "DemoSignIn[" + email + "]";
        }
    }

    /** Makes the person unless they are there, and gives their account. */
    public UUID demoPerson(DemoSignIn way, Locale language, String name) {
        return add(way, AccountType.APPLICANT, language, name, Set.of());
    }

    /** Makes the officer unless they are there, and gives their account. */
    public UUID demoOfficer(DemoSignIn way, String name, Set<String> roles) {
        return add(way, AccountType.STAFF, Locale.ENGLISH, name, roles);
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
