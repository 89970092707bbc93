package fairway.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.EmailAddress;
import fairway.signin.Client;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The links that let staff in: from the console, by invitation, once. */
@Tag("SEC-1")
class JoiningTests extends AmongStaff {
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
    void an_invitation_taken_back_opens_nothing() {
        var link = invite("back." + UUID.randomUUID() + "@office.example.org", Set.of("OFFICER"));
        var open = staff.open().getFirst();
        browser.get("/desk/staff");
        assertThat(browser.post("/desk/staff/invitations/" + open.id() + "/revoke")
                        .location())
                .isEqualTo("/desk/staff?done=revoked");
        assertThat(opens(link)).isFalse();
    }
}
