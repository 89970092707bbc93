package fairway.administration;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Accounts;
import fairway.identity.EmailAddress;
import fairway.passkeys.Passkeys;
import fairway.signin.Client;
import fairway.signin.TestSignIn;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator at work, and the links that let others in. */
@FairwayTest
abstract class AmongStaff {
    static final String PASSWORD = "Quiet desk, north light.";
    static final String JOIN = "/desk/sign-in/join";

    @LocalServerPort
    int port;

    @Autowired
    Invitations invitations;

    @Autowired
    Staff staff;

    @Autowired
    Passkeys passkeys;

    @Autowired
    Accounts accounts;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    TestSignIn.SignedIn admin;
    Client browser;

    @BeforeEach
    void anAdministrator() {
        clock.advance(Duration.ofMinutes(30));
        admin = signIn.officer("Ada Invented", "ADMINISTRATOR");
        browser = client(admin);
    }

    /** The link that the message carries; the message itself keeps it sealed. */
    String invite(String email, Set<String> roles) {
        return JoinPages.link(invitations
                .make(new EmailAddress(email), roles, admin.account(), Duration.ofDays(3))
                .token());
    }

    boolean opens(String link) {
        var fresh = new Client(port);
        fresh.get(link);
        return fresh.get(JOIN).body().contains("Set up your access");
    }

    static Client.Answer join(Client client, String... more) {
        var fields = new java.util.ArrayList<>(
                java.util.List.of("name", "Ines Invented", "password", PASSWORD, "again", PASSWORD));
        fields.addAll(java.util.List.of(more));
        return client.post(JOIN, fields.toArray(String[]::new));
    }

    Client client(TestSignIn.SignedIn signedIn) {
        var client = new Client(port);
        client.cookies.put(signedIn.cookieName(), signedIn.cookieValue());
        return client;
    }

    int messages(String template) {
        return db.sql("select count(*) from delivery.message where template = ?")
                .param(template)
                .query(Integer.class)
                .single();
    }

    java.util.List<String> acts(UUID account) {
        return audit.about(Subject.of("account", account)).stream()
                .map(entry -> entry.act().what())
                .toList();
    }
}
