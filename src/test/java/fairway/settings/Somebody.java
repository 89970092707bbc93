package fairway.settings;

import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.signin.Client;
import fairway.signin.Post;
import fairway.signin.Signin;
import fairway.signin.TestCodes;
import fairway.signin.TestPhones;
import fairway.signin.Way;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes invented people with a password, an app and a phone, and signs them in the long way. */
@Component
class Somebody {
    static final String PASSWORD = "Mi casa es azul.";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/sign-in/\\S+)");

    private final Signin signin;
    private final Accounts accounts;
    private final TestClock clock;
    private final JdbcClient db;
    private final TestJobs jobs;

    Somebody(Signin signin, Accounts accounts, TestClock clock, JdbcClient db, TestJobs jobs) {
        this.signin = signin;
        this.accounts = accounts;
        this.clock = clock;
        this.db = db;
        this.jobs = jobs;
    }

    record Person(UUID id, String email, String phone) {}

    Person fresh() {
        return named("set." + UUID.randomUUID() + "@example.org");
    }

    Person named(String email) {
        var phone = TestPhones.next();
        var way = new Signin.DemoSignIn(email, PASSWORD, phone, TestCodes.secret());
        return new Person(signin.demoPerson(way, Locale.ENGLISH, "Luz Invented"), email, phone);
    }

    /** Signs in with the app; a minute later, so that each code is a new one. */
    Client in(int port, Person person) {
        var browser = new Client(port);
        enter(browser, person.email(), PASSWORD);
        return browser;
    }

    String enter(Client browser, String email, String password) {
        clock.advance(Duration.ofMinutes(1));
        browser.get("/sign-in");
        var asked = browser.post("/sign-in", "email", email, "password", password);
        if (asked.status() != 303) {
            return asked.body();
        }
        browser.get("/sign-in/code");
        return browser.post("/sign-in/code", "with", app(email), "code", code()).location();
    }

    String code() {
        return TestCodes.now(clock.instant());
    }

    String app(String email) {
        return signin.ways().of(idOf(email)).stream()
                .filter(way -> way.way() == Way.APP)
                .map(way -> way.id().toString())
                .findFirst()
                .orElse("");
    }

    List<String> subjects(String address) {
        return new Post(db, jobs).subjects(address);
    }

    List<String> bodies(String address) {
        return new Post(db, jobs).bodies(address);
    }

    String mailed(String address) {
        return new Post(db, jobs).code(address);
    }

    /** The newest link to this address that begins so. */
    String link(String address, String begins) {
        for (var body : bodies(address)) {
            var found = LINK.matcher(body);
            while (found.find()) {
                if (found.group(1).startsWith(begins)) {
                    return found.group(1);
                }
            }
        }
        throw new AssertionError("No link " + begins + " was sent to " + address);
    }

    private UUID idOf(String email) {
        return accounts.byEmail(EmailAddress.read(email).orElseThrow(), false)
                .orElseThrow()
                .id();
    }
}
