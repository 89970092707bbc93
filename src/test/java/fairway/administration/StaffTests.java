package fairway.administration;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.identity.EmailAddress;
import fairway.signin.Client;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("SEC-1")
class StaffTests extends AmongStaff {
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
    @Tag("S04")
    void the_desk_forgets_who_is_idle_for_fifteen_minutes() {
        assertThat(browser.get("/desk/staff").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(14));
        assertThat(browser.get("/desk/staff").status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThat(browser.get("/desk/staff").location()).startsWith("/desk/sign-in");
    }
}
