package fairway.intake;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import fairway.cases.Cases;
import fairway.identity.Accounts;
import fairway.intake.TestPaper.Arrived;
import fairway.signin.Client;
import fairway.signin.TestSignIn;
import fairway.signin.TestSignIn.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person, the letter of their filing on paper, and what they send. */
@FairwayTest
@Tag("ACC-13")
abstract class Claiming {
    static final String WRONG = "AAAA-AAAA-AAAA";
    static final String SAID = "do not belong together";

    @LocalServerPort
    int port;

    @Autowired
    TestPaper paper;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    TestJobs jobs;

    @Autowired
    JdbcClient db;

    SignedIn person;
    Arrived arrived;

    @BeforeEach
    void aPersonAndTheirLetter() {
        clock.set(TestClock.START);
        person = signIn.person();
        arrived = paper.arrived();
    }

    @AfterEach
    void now() {
        clock.set(TestClock.START);
    }

    Client.Answer claim(SignedIn who, String number, String code, String day) {
        var client = client(who);
        client.get("/account/claim");
        return post(client, number, code, day);
    }

    static Client.Answer post(Client client, String number, String code, String day) {
        return client.post(
                "/account/claim",
                "number",
                number,
                "code",
                code,
                "born.year",
                "1990",
                "born.month",
                "1",
                "born.day",
                day);
    }

    Client.Answer ask(SignedIn who, String number, String day) {
        var client = client(who);
        client.get("/account/claim/letter");
        return client.post(
                "/account/claim/letter", "number", number, "born.year", "1990", "born.month", "1", "born.day", day);
    }

    String mailsTo(SignedIn who) {
        jobs.runDue();
        return String.join(
                "\n",
                db.sql("select subject || ' ' || body from delivery.outbox where address = ?")
                        .param(who.email())
                        .query((row, n) -> row.getString(1))
                        .list());
    }

    Client client(SignedIn who) {
        var client = new Client(port);
        client.cookies.put(who.cookieName(), who.cookieValue());
        return client;
    }
}
