package fairway.drafts;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.forms.Forms;
import fairway.signin.TestSignIn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The forms inside the product, as they are shown. */
@FairwayTest
@Tag("FIL-1")
@Tag("FIL-13")
class RealFormTests {
    @LocalServerPort
    int port;

    @Autowired
    TestSignIn signIn;

    @Autowired
    Forms forms;

    @Test
    void every_page_of_every_form_can_be_shown_in_both_languages() {
        var ana = new Client(port, signIn.person());
        for (var edition : forms.all()) {
            var overview = "/forms/" + edition.header().form();
            assertThat(ana.get(overview).body())
                    .contains(edition.header().notice().ombNumber());
            assertThat(ana.get("/es" + overview).statusCode()).isEqualTo(200);
            var draft = location(ana.fill(overview + "/start"));
            edition.pages().forEach(page -> {
                for (var language : new String[] {"", "/es"}) {
                    assertThat(ana.get(language + draft + "/" + page.id()).statusCode())
                            .as(page.id())
                            .isIn(200, 404);
                }
            });
            for (var path : new String[] {"", "/evidence", "/review", "/print"}) {
                assertThat(ana.get(draft + path).statusCode()).as(path).isEqualTo(200);
                assertThat(ana.get("/es" + draft + path).statusCode()).as(path).isEqualTo(200);
            }
        }
    }

    @Test
    @Tag("SEC-7")
    void what_is_sent_after_the_session_ended_is_kept_for_its_person() {
        var ana = new Client(port, signIn.person());
        var draft = location(ana.fill("/forms/i-765/start"));
        var page = forms.edition("i-765", "2025-08-21").pages().findFirst().orElseThrow();
        var window = ana.window(draft + "/" + page.id());
        var gone = new TestSignIn.SignedIn(
                ana.person().account(), ana.person().email(), ana.person().cookieName(), "ended");

        var answer = new Client(port, gone).post(draft + "/" + page.id(), window, "then", "continue");

        assertThat(location(answer)).isEqualTo("/sign-in?kept");
        assertThat(answer.headers().allValues("Set-Cookie")).isNotEmpty();
        assertThat(new Client(port, gone)
                        .autosave(draft + "/" + page.id(), window)
                        .statusCode())
                .isEqualTo(401);
    }
}
