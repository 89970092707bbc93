package fairway.support;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.identity.Accounts;
import fairway.signin.Client;
import fairway.signin.TestSignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-11")
class SupportTests {
    private static final String NOTE = "She asks why her letter did not come.";

    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    TestSignIn.SignedIn person;
    Client helper;

    @BeforeEach
    void aPersonAndAHelper() {
        clock.advance(Duration.ofMinutes(30));
        person = signIn.person();
        helper = client(signIn.officer("Sam Invented", "SUPPORT"));
    }

    @Test
    @Tag("A33")
    void a_look_needs_a_reason_shows_no_address_and_is_told_to_the_owner() {
        helper.get("/desk/support");
        assertThat(helper.post("/desk/support", "who", person.email()).body())
                .contains("Choose a reason", "Say in 10 to 500 characters");
        var opened = look(person.email());
        assertThat(opened).matches("/desk/support/[0-9a-f-]{36}");
        var shown = helper.get(opened).body();
        assertThat(shown).contains("You are looking at somebody’s account", "Ana Invented", "Read only");
        assertThat(shown).doesNotContain(person.email());
        assertThat(acts()).contains("support.opened", "support.seen");
        var stored = db.sql("select encode(note, 'escape') from support.look where account = ?")
                .param(person.account())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("letter");
        var own = client(person);
        assertThat(own.get("/account/security/history").body())
                .contains("looked at your account to help you")
                .doesNotContain("letter");
    }

    @Test
    void an_account_is_found_by_its_whole_number_too_and_by_nothing_less() {
        var number = accounts.find(person.account()).orElseThrow().number().grouped();
        assertThat(look(number)).startsWith("/desk/support/");
        for (var part : List.of(number.substring(0, 9), person.email().substring(0, 12), "%", "")) {
            helper.get("/desk/support");
            assertThat(ask(part).body()).contains("no account with this address or number");
        }
        var colleague = signIn.officer("Olu Invented", "OFFICER");
        assertThat(ask(colleague.email()).body()).contains("no account with this address or number");
    }

    @Test
    void a_look_ends_after_half_an_hour_or_when_it_is_closed_and_is_nobody_elses() {
        var opened = look(person.email());
        var other = client(signIn.officer("Sol Invented", "SUPPORT"));
        assertThat(other.get(opened).location()).isEqualTo("/desk/support");
        clock.advance(Duration.ofMinutes(10));
        assertThat(helper.get(opened).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(10));
        helper.get("/desk/support");
        clock.advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(helper.get(opened).location()).isEqualTo("/desk/support");
        var again = look(person.email());
        helper.get(again);
        helper.post(again + "/close");
        assertThat(helper.get(again).location()).isEqualTo("/desk/support");
    }

    @Test
    @Tag("E06")
    void nobody_without_the_role_finds_it_and_it_opens_no_case() {
        for (var role : List.of("OFFICER", "SUPERVISOR", "ADMINISTRATOR")) {
            var other = client(signIn.officer("Olu Invented", role));
            assertThat(other.get("/desk/support").status()).as(role).isEqualTo(404);
        }
        assertThat(helper.get("/desk").location()).isEqualTo("/desk/support");
        assertThat(helper.get("/desk/staff").status()).isEqualTo(404);
        assertThat(helper.get("/desk/cases/FWY0123456789").status()).isEqualTo(404);
        assertThat(client(person).get("/desk/support").location()).startsWith("/desk/sign-in");
    }

    private String look(String who) {
        helper.get("/desk/support");
        return ask(who).location();
    }

    private Client.Answer ask(String who) {
        return helper.post("/desk/support", "who", who, "reason", "CALL", "note", NOTE);
    }

    private Client client(TestSignIn.SignedIn signedIn) {
        var client = new Client(port);
        client.cookies.put(signedIn.cookieName(), signedIn.cookieValue());
        return client;
    }

    private List<String> acts() {
        return audit.about(Subject.of("account", person.account())).stream()
                .map(entry -> entry.act().what())
                .toList();
    }
}
