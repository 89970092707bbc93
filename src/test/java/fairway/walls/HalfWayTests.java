package fairway.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has shown half of what it takes gets no page of an account, whichever step they leave out. */
@FairwayTest
class HalfWayTests {
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/sign-up/confirm/\\S+)");

    @LocalServerPort
    int port;

    @Autowired
    Routes routes;

    @Autowired
    Ways ways;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    /** Whatever way is tried after the password, nothing but a right second proof makes a whole session. */
    @Test
    @Tag("E02")
    @Tag("A10")
    void no_step_after_the_password_makes_a_whole_session_without_a_right_proof() {
        var half = halfPerson();
        for (var route : routes.all()) {
            if (route.pattern().startsWith("/sign-in") || route.pattern().startsWith("/sign-up")) {
                var answer = route.changes()
                        ? half.post(route.path(), "code", "000000", "kept", "yes", "type", "applicant", "agree", "yes")
                        : half.get(route.path());
                assertThat(answer.status()).as(route.toString()).isLessThan(500);
                assertThat(half.get("/account/profile").status())
                        .as(route.toString())
                        .isEqualTo(303);
            }
        }
        var level = db.sql("select count(*) from signin.session where account = :account and level = 'FULL'")
                .param("account", half.account())
                .query(Long.class)
                .single();
        assertThat(level).isZero();
    }

    @Test
    @Tag("E05")
    @Tag("A10")
    @Tag("H07")
    void steps_of_signing_up_cannot_be_skipped_and_the_link_leaves_the_address() {
        clock.advance(java.time.Duration.ofMinutes(5));
        var email = "steps." + UUID.randomUUID() + "@example.org";
        var browser = new Visitor(new Wire(port), email, new UUID(0, 0), null);
        browser.fill("/sign-up", "email", email);
        var link = LINK.matcher(ways.mails(email));
        assertThat(link.find()).isTrue();
        for (var step : List.of("terms", "password", "methods", "code", "backup", "questions", "type", "done")) {
            assertThat(browser.get("/sign-up/" + step).status()).as(step).isEqualTo(303);
        }
        var page = browser.get(link.group(1));
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.body()).doesNotContainPattern("(href|src|action)=\"https?://");
        var confirmed = browser.post(link.group(1));
        assertThat(confirmed.location()).doesNotContain(link.group(1)).isEqualTo("/sign-up/next");
        assertThat(browser.get("/sign-up/next").location()).isEqualTo("/sign-up/terms");
        for (var step : List.of("password", "methods", "code", "backup", "questions", "type", "done")) {
            assertThat(browser.get("/sign-up/" + step).location()).as(step).isEqualTo("/sign-up/terms");
            assertThat(browser.post(
                                    "/sign-up/" + step,
                                    "password",
                                    Ways.PASSWORD,
                                    "again",
                                    Ways.PASSWORD,
                                    "type",
                                    "applicant")
                            .location())
                    .as("post " + step)
                    .isIn("/sign-up/terms", "/sign-up", "/sign-up/next", "");
        }
        for (var beyond : List.of("/account", "/account/profile", "/drafts/" + UUID.randomUUID(), "/desk")) {
            assertThat(browser.get(beyond).status()).as(beyond).isEqualTo(303);
        }
        assertThat(browser.get("/sign-up/next").location()).isEqualTo("/sign-up/terms");
    }

    @Test
    @Tag("E07")
    void a_role_that_was_taken_away_is_gone_with_the_next_click() {
        var olu = ways.officer(port, "OFFICER");
        olu.get("/desk/sign-in");
        olu.post("/desk/sign-in", "email", olu.email(), "password", Ways.PASSWORD);
        olu.get("/desk/sign-in/code");
        olu.post("/desk/sign-in/code", "code", olu.appCode());
        assertThat(olu.get("/desk").status()).isEqualTo(200);
        db.sql("update identity.account set roles = '{}' where id = :id")
                .param("id", olu.account())
                .update();
        assertThat(olu.get("/desk").status()).isNotEqualTo(200);
        assertThat(olu.post("/desk/next").status()).isIn(303, 403, 404);
        assertThat(olu.post("/desk/next").location()).doesNotContain("/desk/cases");
    }

    private Visitor halfPerson() {
        var half = ways.person(port);
        half.get("/sign-in");
        half.post("/sign-in", "email", half.email(), "password", Ways.PASSWORD);
        half.get("/sign-in/code");
        return half;
    }
}
