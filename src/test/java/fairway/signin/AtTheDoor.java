package fairway.signin;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.identity.Account;
import fairway.identity.Accounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests of getting in: somebody new with a password, an app, a phone and an e-mail address, and a browser before the door. */
@FairwayTest
abstract class AtTheDoor {
    static final String PASSWORD = SigningUpTests.PASSWORD;
    static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    Signin signin;

    @Autowired
    Accounts accounts;

    Post post;
    Client browser;
    String email;
    String phone;
    UUID account;

    @BeforeEach
    void somebody() {
        clock.advance(Duration.ofMinutes(20));
        post = new Post(db, jobs);
        browser = new Client(port);
        phone = TestPhones.next();
        email = "door." + UUID.randomUUID() + "@example.org";
        account = signin.demoPerson(
                new Signin.DemoSignIn(email, PASSWORD, phone, SECRET), Locale.ENGLISH, "Luz Invented");
    }

    Account known() {
        return accounts.find(account).orElseThrow();
    }

    /** The password was right; the code is owed. */
    Client half(Client client) {
        client.get("/sign-in");
        client.post("/sign-in", "email", email, "password", PASSWORD);
        client.get("/sign-in/code");
        return client;
    }

    /** Wholly in. A code of the app works once, so half a minute passes first. */
    Client enter(Client client) {
        clock.advance(Duration.ofSeconds(90));
        half(client).post("/sign-in/code", "with", wayTo("APP"), "code", appCode());
        return client;
    }

    Client.Answer tryPassword(Client client, String password) {
        return client.post("/sign-in", "email", email, "password", password);
    }

    String appCode() {
        return Totp.code(SECRET, Totp.step(clock.instant()));
    }

    String wayTo(String way) {
        return db.sql("select id from signin.authenticator where account = :account and way = :way")
                .param("account", account)
                .param("way", way)
                .query(UUID.class)
                .single()
                .toString();
    }

    int failuresOf(String way) {
        return db.sql("select failures from signin.authenticator where account = :account and way = :way")
                .param("account", account)
                .param("way", way)
                .query(Integer.class)
                .single();
    }

    static String other(String code) {
        return code.equals("111111") ? "222222" : "111111";
    }
}
