package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.signin.Client;
import fairway.signin.Signin;
import fairway.signin.TestSignIn;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("R16")
class LostMailboxTests {
    @LocalServerPort
    int port;

    @Autowired
    Signin signin;

    @Autowired
    TestSignIn sessions;

    @Autowired
    HelpPost post;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    @Test
    void the_help_desk_sends_no_code_to_a_mailbox_that_its_owner_reported() {
        clock.set(TestClock.START);
        var way = new Signin.DemoSignIn(
                "box." + UUID.randomUUID() + "@example.org", "Mi casa es azul.", "+12025550142", null);
        var account = signin.demoPerson(way, Locale.ENGLISH, "Luz Invented");
        assertThat(post.reaches(account, ProofKind.EMAIL)).isTrue();
        var in = sessions.again(account);
        var browser = new Client(port);
        browser.cookies.put(in.cookieName(), in.cookieValue());
        browser.get("/account/security/lost");
        var id = db.sql("select id::text from signin.authenticator where account = ? and way = 'EMAIL'")
                .param(account)
                .query(String.class)
                .single();
        assertThat(browser.post("/account/security/lost", "lost", "EMAIL:" + id).location())
                .isEqualTo("/account/security?done=lost");
        assertThat(post.reaches(account, ProofKind.EMAIL)).isFalse();
        assertThat(post.reaches(account, ProofKind.TEXT)).isTrue();
    }
}
