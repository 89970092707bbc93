package fairway.passkeys;

import fairway.signin.Client;
import fairway.signin.Signin;
import fairway.signin.Signin.DemoSignIn;
import fairway.signin.TestSignIn;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Invented people with browsers and keys. */
@Component
class Keyholder {
    static final String PASSWORD = "Mi casa es azul.";
    static final String LIST = "/account/security/passkeys";

    private final Signin signin;
    private final TestSignIn sessions;

    Keyholder(Signin signin, TestSignIn sessions) {
        this.signin = signin;
        this.sessions = sessions;
    }

    record Holder(UUID account, String email) {}

    Holder person(Locale language) {
        var email = "keys." + UUID.randomUUID() + "@example.org";
        var account = signin.demoPerson(new DemoSignIn(email, PASSWORD, null, null), language, "Kim Invented");
        return new Holder(account, email);
    }

    Holder officer() {
        var email = "keys." + UUID.randomUUID() + "@office.example.org";
        var account =
                signin.demoOfficer(new DemoSignIn(email, PASSWORD, null, null), "Olu Invented", Set.of("OFFICER"));
        return new Holder(account, email);
    }

    /** A browser in which this account is signed in and has just proven it. */
    Client browser(int port, UUID account) {
        var signedIn = sessions.again(account);
        var browser = new Client(port);
        browser.cookies.put(signedIn.cookieName(), signedIn.cookieValue());
        return browser;
    }

    /** Adds this key and gives what the last page said. */
    Client.Answer add(Client browser, String list, SoftKey key, String label) {
        browser.get(list + "/add");
        var question = browser.post(list + "/add/options").body();
        return browser.post(list + "/add", "credential", key.register(question), "label", label);
    }

    /** A question to any passkey, as the sign-in page asks it. */
    String question(Client browser, String door) {
        browser.get(door);
        return browser.post(door + "/options").body();
    }

    Client.Answer enter(Client browser, SoftKey key) {
        var question = question(browser, "/sign-in/passkey");
        return browser.post("/sign-in/passkey", "credential", key.answer(question));
    }
}
