package fairway.signin;

import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.NewAccount;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Signs invented people and officers in for tests of other modules, without walking through the pages. */
@Component
public class TestSignIn {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String FORM = "00000000-0000-4000-8000-000000000000";

    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;

    TestSignIn(Accounts accounts, Sessions sessions, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** A signed-in browser. Send {@link #cookies()} with every request and {@link #csrf()} as {@code _csrf} in every post. */
    public record SignedIn(UUID account, String email, String cookieName, String cookieValue) {
        /** For the header {@code Cookie}. */
        public String cookies() {
            return cookieName + "=" + cookieValue + "; " + csrfCookie();
        }

        public String csrf() {
            return TestSignIn.csrf();
        }
    }

    /** For browsers that are not signed in. */
    public static String csrfCookie() {
        return Cookies.CSRF + "=" + FORM;
    }

    /** The form token that goes with {@link #csrfCookie()}. */
    public static String csrf() {
        var token = FORM.getBytes(StandardCharsets.UTF_8);
        var masked = new byte[token.length * 2];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }

    public SignedIn person() {
        return person("Ana Invented", Locale.ENGLISH);
    }

    public SignedIn person(String name, Locale language) {
        return signIn(new NewAccount(address("person"), language, AccountType.APPLICANT, name, Set.of()));
    }

    public SignedIn officer(String name, String... roles) {
        return signIn(new NewAccount(address("officer"), Locale.ENGLISH, AccountType.STAFF, name, Set.of(roles)));
    }

    /** A further browser of somebody who has an account. */
    public SignedIn again(UUID account) {
        return again(account, "EMAIL");
    }

    /** The same, let in by a passkey. */
    public SignedIn byPasskey(UUID account) {
        return again(account, Session.Proofs.PASSKEY);
    }

    /** A browser that gave the right password and owes the code. */
    public SignedIn half(UUID account) {
        return open(account, Session.Level.HALF, new Session.Proofs(clock.instant(), null, null));
    }

    private SignedIn again(UUID account, String by) {
        var now = clock.instant();
        return open(account, Session.Level.FULL, new Session.Proofs(now, now, by));
    }

    private SignedIn open(UUID account, Session.Level level, Session.Proofs proofs) {
        var found = accounts.find(account).orElseThrow();
        var token = sessions.open(new Sessions.Opening(account, found.staff(), level, proofs, null));
        return new SignedIn(account, found.email(), Cookies.of(found.staff()).label(), token.value());
    }

    private SignedIn signIn(NewAccount wanted) {
        return again(accounts.create(wanted).orElseThrow().id());
    }

    private static EmailAddress address(String kind) {
        return EmailAddress.read(kind + COUNT.incrementAndGet() + "." + UUID.randomUUID() + "@example.org")
                .orElseThrow();
    }
}
