package fairway.signin;

import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.identity.NewAccount;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** People and officers for tests, signed in with all proofs without walking through the pages. */
@Component
public class TestPeople {
    private final Accounts accounts;
    private final Sessions sessions;
    private final InstantSource clock;
    private final AtomicLong count = new AtomicLong();

    TestPeople(Accounts accounts, Sessions sessions, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.clock = clock;
    }

    public UUID person(String name, Locale language) {
        return account(name, language, AccountType.APPLICANT, Set.of());
    }

    public UUID officer(String name, String... roles) {
        return account(name, Locale.ENGLISH, AccountType.STAFF, Set.of(roles));
    }

    /** The cookie of a full session, as {@code name=value}. */
    public String cookie(UUID account, boolean staff) {
        var now = clock.instant();
        var token = sessions.open(
                new Sessions.Opening(account, staff, Session.Level.FULL, new Session.Proofs(now, now, "app"), null));
        return Cookies.of(staff).label() + "=" + token.value();
    }

    private UUID account(String name, Locale language, AccountType type, Set<String> roles) {
        var email = EmailAddress.read("test" + count.incrementAndGet() + "." + System.nanoTime() + "@example.org")
                .orElseThrow();
        return accounts.create(new NewAccount(email, language, type, name, roles))
                .orElseThrow()
                .id();
    }
}
