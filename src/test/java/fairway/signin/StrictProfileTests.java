package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** An installation that follows the newer standards where the agency's papers differ. */
@TestPropertySource(properties = "fairway.signin.profile=strict")
class StrictProfileTests extends SomebodyNew {
    private static final String LONG = "una casa azul junto al mar";

    @BeforeEach
    void atThePassword() {
        browser.get("/sign-up");
        browser.post("/sign-up", "email", email);
        var link = post.link(email);
        browser.get(link);
        browser.post(link);
        assertThat(browser.get("/sign-up/terms").body()).contains("Step 3 of 8");
        browser.post("/sign-up/terms", "agree", "yes");
    }

    @Test
    @Tag("P01")
    void fifteen_characters_of_any_kind_are_asked_for() {
        assertThat(browser.get("/sign-up/password").body())
                .contains("15 characters or more, of any kind")
                .doesNotContain("data-rule=");
        assertThat(browser.post("/sign-up/password", "password", "Mi casa azul.", "again", "Mi casa azul.")
                        .body())
                .contains("Use 15 or more characters")
                .doesNotContain("capital letter");
        assertThat(browser.post("/sign-up/password", "password", LONG, "again", LONG)
                        .location())
                .isEqualTo("/sign-up/methods");
    }

    @Test
    @Tag("O06")
    void email_is_no_way_by_itself_and_there_are_no_questions() {
        browser.post("/sign-up/password", "password", LONG, "again", LONG);
        browser.get("/sign-up/methods");
        assertThat(browser.post("/sign-up/methods", "ways", "email").body())
                .contains("E-mail alone does not protect enough here");
        browser.post("/sign-up/methods", "ways", "email", "ways", "text", "phone", "(202) 555-0147");
        browser.get("/sign-up/code");
        browser.post("/sign-up/code/skip");
        assertThat(browser.get("/sign-up/code").body()).contains("by e-mail");
        assertThat(browser.post("/sign-up/code", "code", post.code(email)).location())
                .isEqualTo("/sign-up/methods");
        clock.advance(Duration.ofMinutes(16));
        half();
        browser.post("/sign-up/methods", "ways", "text", "phone", "(202) 555-0147");
        browser.get("/sign-up/code");
        assertThat(browser.post("/sign-up/code", "code", post.code("+12025550147"))
                        .location())
                .isEqualTo("/sign-up/backup");
        browser.get("/sign-up/backup");
        assertThat(browser.post("/sign-up/backup", "kept", "yes").location()).isEqualTo("/sign-up/type");
        assertThat(browser.get("/sign-up/type").body()).contains("Step 8 of 8");
        assertThat(browser.get("/sign-up/questions").location()).isEqualTo("/sign-up/type");
        assertThat(browser.post("/sign-up/type", "type", "applicant").location())
                .isEqualTo("/sign-up/done");
    }

    /** Sixteen minutes end the session; the set-up goes on where it was. */
    private void half() {
        browser = new Client(port);
        browser.get("/sign-in");
        browser.post("/sign-in", "email", email, "password", LONG);
        browser.get("/sign-in/code");
        browser.post("/sign-in/code", "code", post.code(email));
        assertThat(browser.get("/sign-up/next").location()).isEqualTo("/sign-up/methods");
        browser.get("/sign-up/methods");
    }
}
