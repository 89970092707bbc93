package fairway.walls;

import fairway.TestClock;
import fairway.TestJobs;
import fairway.signin.Signin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People and officers with a password and an authenticator app, for attacks on getting in itself. */
@Component
class Ways {
    static final String PASSWORD = "Mi casa es azul.";
    private static final byte[] APP = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private final Signin signin;
    private final TestClock clock;
    private final TestJobs jobs;
    private final JdbcClient db;

    Ways(Signin signin, TestClock clock, TestJobs jobs, JdbcClient db) {
        this.signin = signin;
        this.clock = clock;
        this.jobs = jobs;
        this.db = db;
    }

    /** Somebody new in a browser that has not been here yet, long after the last one. */
    Visitor person(int port) {
        return person(port, "Luz Invented");
    }

    Visitor person(int port, String name) {
        clock.advance(Duration.ofMinutes(3));
        var email = "wall." + UUID.randomUUID() + "@example.org";
        var account = signin.demoPerson(new Signin.DemoSignIn(email, PASSWORD, null, APP), Locale.ENGLISH, name);
        return new Visitor(new Wire(port), email, account, this);
    }

    Visitor officer(int port, String... roles) {
        clock.advance(Duration.ofMinutes(3));
        var email = "desk." + UUID.randomUUID() + "@example.org";
        var account =
                signin.demoOfficer(new Signin.DemoSignIn(email, PASSWORD, null, APP), "Olu Officer", Set.of(roles));
        return new Visitor(new Wire(port), email, account, this);
    }

    /** Password and code over the pages. */
    Visitor signedIn(Visitor browser) {
        browser.get("/sign-in");
        browser.post("/sign-in", "email", browser.email(), "password", PASSWORD);
        browser.post("/sign-in/code", "code", browser.appCode());
        return browser;
    }

    String mails(String address) {
        jobs.runDue();
        return String.join(
                "\n",
                db.sql(
                                "select subject || E'\\n' || body from delivery.outbox where address = :to order by sent_at desc, message desc")
                        .param("to", address)
                        .query(String.class)
                        .list());
    }

    /** What the app shows now: RFC 6238. */
    String appCode() {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(APP, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(8)
                    .putLong(clock.instant().getEpochSecond() / 30)
                    .array());
            int number = ByteBuffer.wrap(hash, hash[hash.length - 1] & 15, 4).getInt() & 0x7fffffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
