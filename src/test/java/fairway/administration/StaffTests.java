package fairway.administration;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
@Tag("SEC-1")
class StaffTests {
    private static final String PASSWORD = "Quiet desk, north light.";
    private static final String JOIN = "/desk/sign-in/join";

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

    @Test
    @Tag("E03")
    @Tag("R12")
    void the_first_administrator_comes_by_a_link_from_the_console_once() {
        var link = staff.consoleLink();
        var stored = db.sql(
                        "select count(*) from administration.invitation where encode(token_digest, 'escape') like :token")
                .param("token", "%" + link.substring(JOIN.length() + 1) + "%")
                .query(Integer.class)
                .single();
        assertThat(stored).isZero();
        var fresh = new Client(port);
        assertThat(fresh.get(link).location()).isEqualTo(JOIN);
        assertThat(fresh.get(JOIN).body()).contains("says who works here").doesNotContain(link);
        assertThat(join(fresh, "email", "first." + UUID.randomUUID() + "@office.example.org")
                        .location())
                .startsWith("/desk/security/passkeys");
        assertThat(fresh.get("/desk").location()).isEqualTo("/desk/staff");
        assertThat(fresh.get("/desk/staff").status()).isEqualTo(200);
        var second = new Client(port);
        second.get(link);
        assertThat(second.get(JOIN).body()).contains("does not work any more");
        assertThat(staff.firstLink()).isEmpty();
    }

    @Test
    @Tag("R12")
    void a_console_link_ends_after_an_hour_and_with_the_next_one() {
        var old = staff.consoleLink();
        var link = staff.consoleLink();
        assertThat(opens(old)).isFalse();
        assertThat(opens(link)).isTrue();
        clock.advance(Duration.ofMinutes(61));
        assertThat(opens(link)).isFalse();
    }

    @Test
    @Tag("R12")
    void a_link_is_used_once_also_by_many_at_once() throws Exception {
        var link = staff.consoleLink();
        var email = "many." + UUID.randomUUID() + "@office.example.org";
        var fresh = new Client(port);
        fresh.get(link);
        fresh.get(JOIN);
        Callable<Client.Answer> post = () -> join(fresh.copy(), "email", email);
        try (var threads = Executors.newFixedThreadPool(4)) {
            int in = 0;
            for (var one : threads.invokeAll(Collections.nCopies(4, post))) {
                in += one.get().status() == 303 ? 1 : 0;
            }
            assertThat(in).isEqualTo(1);
        }
    }

    @Test
    void an_invited_officer_sets_up_access_and_every_administrator_hears_of_it() {
        var email = "invited." + UUID.randomUUID() + "@office.example.org";
        browser.get("/desk/staff/invite");
        assertThat(browser.post("/desk/staff/invite", "email", "nonsense").body())
                .contains("Enter an e-mail address", "Choose at least one role");
        assertThat(browser.post("/desk/staff/invite", "email", email, "roles", "OFFICER", "roles", "KING")
                        .location())
                .isEqualTo("/desk/staff?done=invited");
        assertThat(browser.get("/desk/staff").body()).contains(email);
        assertThat(messages("administration.invited")).isPositive();

        var token = invite(email, Set.of("OFFICER"));
        var fresh = new Client(port);
        fresh.get(token);
        assertThat(fresh.get(JOIN).body()).contains(email, "works on cases");
        assertThat(fresh.post(JOIN, "name", "", "password", "short", "again", "x")
                        .body())
                .contains("Enter your name");
        assertThat(join(fresh, "email", "other@example.org").status()).isEqualTo(303);
        assertThat(fresh.get("/desk").status()).isEqualTo(200);
        assertThat(fresh.get("/desk/staff").status()).isEqualTo(404);
        var account = accounts.byEmail(new EmailAddress(email), true).orElseThrow();
        assertThat(account.roles()).containsExactly("OFFICER");
        assertThat(acts(account.id())).contains("staff.joined");
        assertThat(db.sql(
                                "select count(*) from delivery.message where account = ? and template = 'administration.joined'")
                        .param(admin.account())
                        .query(Integer.class)
                        .single())
                .isPositive();

        var again = new Client(port);
        again.get("/desk/sign-in");
        assertThat(again.post("/desk/sign-in", "email", email, "password", PASSWORD)
                        .location())
                .startsWith("/desk/sign-in/code");
    }

    @Test
    @Tag("S08")
    @Tag("A20")
    void stopping_access_ends_every_session_at_once_and_a_new_link_lets_in_again() {
        var email = "stopped." + UUID.randomUUID() + "@office.example.org";
        var officer = new Client(port);
        officer.get(invite(email, Set.of("OFFICER")));
        officer.get(JOIN);
        join(officer);
        var id = accounts.byEmail(new EmailAddress(email), true).orElseThrow().id();
        browser.get("/desk/staff/" + id);
        assertThat(browser.post("/desk/staff/" + id + "/disable").location()).isEqualTo("/desk/staff?done=disabled");
        assertThat(officer.get("/desk").location()).startsWith("/desk/sign-in");
        officer.get("/desk/sign-in");
        assertThat(officer.post("/desk/sign-in", "email", email, "password", PASSWORD)
                        .body())
                .contains("not right");
        assertThat(browser.get("/desk/staff").body()).contains("Stopped");

        officer.get(invite(email, Set.of("OFFICER")));
        officer.get(JOIN);
        assertThat(join(officer).status()).isEqualTo(303);
        assertThat(officer.get("/desk").status()).isEqualTo(200);
    }

    @Test
    @Tag("O14")
    void a_new_link_ends_the_passkeys_that_may_be_in_other_hands() {
        var email = "lost." + UUID.randomUUID() + "@office.example.org";
        var officer = new Client(port);
        officer.get(invite(email, Set.of("OFFICER")));
        officer.get(JOIN);
        join(officer);
        var id = accounts.byEmail(new EmailAddress(email), true).orElseThrow().id();
        db.sql("""
                insert into passkeys.passkey (id, account, credential_id, credential, label, transports, sign_count,
                    user_verified, backup_eligible, backed_up, bound_at)
                values (:id, :account, :name, '', '', '{}', 0, true, false, false, now())
                """)
                .param("id", UUID.randomUUID())
                .param("account", id)
                .param("name", email.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .update();
        assertThat(passkeys.any(id)).isTrue();
        officer.get(invite(email, Set.of("OFFICER")));
        officer.get(JOIN);
        assertThat(join(officer).status()).isEqualTo(303);
        assertThat(passkeys.any(id)).isFalse();
        assertThat(acts(id)).contains("passkeys.removed");
    }

    @Test
    @Tag("A20")
    void a_role_taken_away_is_gone_with_the_next_page() {
        var officer = signIn.officer("Olu Invented", "OFFICER", "ADMINISTRATOR");
        var desk = client(officer);
        assertThat(desk.get("/desk/staff").status()).isEqualTo(200);
        browser.get("/desk/staff/" + officer.account());
        assertThat(browser.post("/desk/staff/" + officer.account() + "/roles", "roles", "OFFICER")
                        .location())
                .isEqualTo("/desk/staff?done=roles");
        assertThat(desk.get("/desk/staff").status()).isEqualTo(404);
        assertThat(acts(officer.account())).contains("staff.roles");
    }

    @Test
    void nobody_changes_their_own_roles_or_stops_themselves() {
        var own = "/desk/staff/" + admin.account();
        browser.get(own);
        assertThat(browser.post(own + "/roles", "roles", "SUPPORT").body()).contains("your own roles");
        assertThat(browser.post(own + "/disable").body()).contains("your own roles");
        assertThat(browser.get("/desk/staff").status()).isEqualTo(200);
    }

    @Test
    @Tag("E06")
    @Tag("A34")
    void only_administrators_find_these_pages_and_only_with_a_fresh_proof_change_anything() {
        var officer = client(signIn.officer("Olu Invented", "OFFICER", "SUPERVISOR", "SUPPORT"));
        officer.get("/desk");
        for (var path : new String[] {"/desk/staff", "/desk/staff/invite", "/desk/staff/" + admin.account()}) {
            assertThat(officer.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(officer.post("/desk/staff/invite", "email", "x@example.org", "roles", "OFFICER")
                        .status())
                .isEqualTo(404);
        assertThat(officer.post("/desk/staff/" + admin.account() + "/disable").status())
                .isEqualTo(404);
        browser.get("/desk/staff/invite");
        clock.advance(Duration.ofMinutes(6));
        assertThat(browser.post("/desk/staff/invite", "email", "x@example.org", "roles", "OFFICER")
                        .location())
                .startsWith("/desk/sign-in/again");
    }

    @Test
    void an_invitation_taken_back_opens_nothing() {
        var link = invite("back." + UUID.randomUUID() + "@office.example.org", Set.of("OFFICER"));
        var open = staff.open().getFirst();
        browser.get("/desk/staff");
        assertThat(browser.post("/desk/staff/invitations/" + open.id() + "/revoke")
                        .location())
                .isEqualTo("/desk/staff?done=revoked");
        assertThat(opens(link)).isFalse();
    }

    @Test
    @Tag("S04")
    void the_desk_forgets_who_is_idle_for_fifteen_minutes() {
        assertThat(browser.get("/desk/staff").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(14));
        assertThat(browser.get("/desk/staff").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(browser.get("/desk/staff").location()).startsWith("/desk/sign-in");
    }

    /** The link that the message carries; the message itself keeps it sealed. */
    private String invite(String email, Set<String> roles) {
        return JoinPages.link(invitations
                .make(new EmailAddress(email), roles, admin.account(), Duration.ofDays(3))
                .token());
    }

    private boolean opens(String link) {
        var fresh = new Client(port);
        fresh.get(link);
        return fresh.get(JOIN).body().contains("Set up your access");
    }

    private static Client.Answer join(Client client, String... more) {
        var fields = new java.util.ArrayList<>(
                java.util.List.of("name", "Ines Invented", "password", PASSWORD, "again", PASSWORD));
        fields.addAll(java.util.List.of(more));
        return client.post(JOIN, fields.toArray(String[]::new));
    }

    private Client client(TestSignIn.SignedIn signedIn) {
        var client = new Client(port);
        client.cookies.put(signedIn.cookieName(), signedIn.cookieValue());
        return client;
    }

    private int messages(String template) {
        return db.sql("select count(*) from delivery.message where template = ?")
                .param(template)
                .query(Integer.class)
                .single();
    }

    private java.util.List<String> acts(UUID account) {
        return audit.about(Subject.of("account", account)).stream()
                .map(entry -> entry.act().what())
                .toList();
    }
}
