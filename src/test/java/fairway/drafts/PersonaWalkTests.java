package fairway.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.forms.Forms;
import fairway.signin.TestSignIn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Invented people fill in the real Form I-765, page by page as the pages lead them, up to the review. */
@FairwayTest
@Tag("FIL-1")
class PersonaWalkTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    TestClock clock;

    @Autowired
    Forms forms;

    @ParameterizedTest
    @ValueSource(strings = {"nadia_a5", "maria_c8_first"})
    void the_pages_lead_through_the_form_to_the_review(String who) {
        var edition = forms.current("i-765", LocalDate.of(2026, 11, 2)).orElseThrow();
        var persona = PersonaWalk.persona(edition, who);
        clock.set(persona.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        var browser = new Client(port, signIn.person());
        var walk = new PersonaWalk(browser, edition);

        var draft = walk.fill(persona);

        assertThat(walk.met()).isEqualTo(persona.expect().pages());
        assertThat(browser.get(draft + "/review").statusCode()).isEqualTo(200);
        assertThat(browser.get(draft + "/review").body()).doesNotContain("?check");
    }
}
