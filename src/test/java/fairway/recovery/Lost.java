package fairway.recovery;

import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.signin.Client;
import fairway.signin.Post;
import fairway.signin.Signin;
import fairway.signin.TestCodes;
import fairway.signin.TestPhones;
import fairway.signin.TestSecrets;
import fairway.signin.TestSignIn;
import fairway.signin.Way;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invented people who will lose something, and their steps on the way back. */
@Component
class Lost {
    static final String OLD = "Mi casa es azul.";
    static final String FRESH = "La luna sale tarde, siempre.";
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(?:/es)?(/\\S+)");

    private final Tools tools;
    private final Signin signin;
    private final Accounts accounts;
    private final TestSecrets secrets;
    private final TestSignIn sessions;

    Lost(Tools tools, Signin signin, Accounts accounts, TestSecrets secrets, TestSignIn sessions) {
        this.tools = tools;
        this.signin = signin;
        this.accounts = accounts;
        this.secrets = secrets;
        this.sessions = sessions;
    }

    @Component("recoveryTestTools")
    record Tools(TestClock clock, JdbcClient db, TestJobs jobs) {}

    record Person(UUID id, String email, String phone, String backup, String recovery) {}

    /** With a phone, an app, a backup code, answers and a recovery address. */
    Person whole() {
        return person(true, true, true);
    }

    Person withPhone() {
        return person(true, false, false);
    }

    /** Codes go to the mailbox, as most people choose. */
    Person mailOnly() {
        return person(false, false, false);
    }

    private Person person(boolean phone, boolean app, boolean recovery) {
        var mark = UUID.randomUUID();
        var email = "lost." + mark + "@example.org";
        var number = TestPhones.next();
        var way = new Signin.DemoSignIn(email, OLD, phone ? number : null, app ? TestCodes.secret() : null);
        var id = signin.demoPerson(way, Locale.ENGLISH, "Luz Invented");
        secrets.answers(id);
        var second = "second." + mark + "@example.org";
        if (recovery) {
            accounts.safety().recoverAt(id, new EmailAddress(second));
        }
        return new Person(id, email, number, secrets.backupCode(id), second);
    }

    /** A browser in which this account is signed in and has just proven it. */
    Client signedIn(int port, Person person) {
        var known = sessions.again(person.id());
        var browser = new Client(port);
        browser.cookies.put(known.cookieName(), known.cookieValue());
        return browser;
    }

    /** Asks for a link and gives it as it was mailed. */
    String asked(Client browser, String address) {
        tools.clock().advance(Duration.ofMinutes(2));
        browser.get("/sign-in/forgot");
        browser.post("/sign-in/forgot", "email", address);
        return link(address, "/sign-in/forgot/link/");
    }

    /** The same, and the link is used in this browser. */
    Client begun(Client browser, String address) {
        browser.get(asked(browser, address));
        browser.get("/sign-in/forgot/link");
        browser.post("/sign-in/forgot/link");
        browser.get("/sign-in/forgot/prove");
        return browser;
    }

    Client.Answer answer(Client browser, List<String> answers) {
        browser.get("/sign-in/forgot/prove/questions");
        return browser.post(
                "/sign-in/forgot/prove/questions",
                "answer1",
                answers.get(0),
                "answer2",
                answers.get(1),
                "answer3",
                answers.get(2),
                "answer4",
                answers.get(3),
                "answer5",
                answers.get(4));
    }

    Client.Answer app(Client browser, Person person) {
        tools.clock().advance(Duration.ofMinutes(1));
        return browser.post(
                "/sign-in/forgot/prove/code",
                "with",
                way(person, Way.APP),
                "code",
                TestCodes.now(tools.clock().instant()));
    }

    /** Has a code sent to the phone and types it. */
    Client.Answer text(Client browser, Person person) {
        tools.clock().advance(Duration.ofMinutes(2));
        browser.get("/sign-in/forgot/prove");
        browser.post("/sign-in/forgot/prove/code/send", "with", way(person, Way.TEXT));
        return browser.post(
                "/sign-in/forgot/prove/code", "with", way(person, Way.TEXT), "code", post().code(person.phone()));
    }

    Client.Answer backup(Client browser, String code) {
        browser.get("/sign-in/forgot/prove/backup");
        return browser.post("/sign-in/forgot/prove/backup", "code", code);
    }

    Client.Answer choose(Client browser, String password) {
        browser.get("/sign-in/forgot/password");
        return browser.post("/sign-in/forgot/password", "password", password, "again_password", password);
    }

    /** Where the password leads; a body where it was not right. */
    String enter(Client browser, String email, String password) {
        tools.clock().advance(Duration.ofMinutes(2));
        browser.get("/sign-in");
        var asked = browser.post("/sign-in", "email", email, "password", password);
        return asked.status() == 303 ? asked.location() : asked.body();
    }

    String way(Person person, Way kind) {
        return signin.ways().of(person.id()).stream()
                .filter(way -> way.way() == kind)
                .map(way -> way.id().toString())
                .findFirst()
                .orElse("");
    }

    Post post() {
        return new Post(tools.db(), tools.jobs());
    }

    /** The newest link to this address or number that begins so, without its language. */
    String link(String address, String begins) {
        for (var body : post().bodies(address)) {
            var found = LINK.matcher(body);
            while (found.find()) {
                if (found.group(1).startsWith(begins)) {
                    return found.group(1);
                }
            }
        }
        throw new AssertionError("No link " + begins + " was sent to " + address);
    }
}
