package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Back, refresh and a second click on every step of the set-up, and a second browser in the middle of it. */
@Tag("ACC-12")
class BackAndRefreshTests extends SomebodyNew {
    /** A page of the set-up as its browser showed it, and what was sent from there. */
    private record Sent(Client shown, String path, List<String> fields) {}

    private final List<Sent> behind = new ArrayList<>();

    @Test
    void no_step_breaks_or_is_lost_by_going_back_looking_again_or_sending_twice() {
        step("/sign-up", "/sign-up/sent", "email", email);
        confirm(browser);
        step("/sign-up/terms", "/sign-up/password", "agree", "yes");
        step("/sign-up/password", "/sign-up/methods", "password", PASSWORD, "again", PASSWORD);
        step("/sign-up/methods", "/sign-up/code", "ways", "email");
        browser.get("/sign-up/code");
        step("/sign-up/code", "/sign-up/backup", "code", post.code(email));
        step("/sign-up/backup", "/sign-up/questions", "kept", "yes");
        step("/sign-up/questions", "/sign-up/type", answers());
        step("/sign-up/type", "/sign-up/done", "type", "applicant");
        assertThat(browser.get("/account").status()).isEqualTo(200);
    }

    @Test
    void a_set_up_begun_in_one_browser_and_confirmed_in_another_goes_on_in_either() {
        browser.get("/sign-up");
        browser.post("/sign-up", "email", email);
        var phone = new Client(port);
        confirm(phone);
        assertThat(phone.get("/sign-up/next").location()).isEqualTo("/sign-up/terms");
        assertThat(browser.get("/sign-up/sent").body()).contains(email);
        phone.get("/sign-up/terms");
        phone.post("/sign-up/terms", "agree", "yes");
        phone.get("/sign-up/password");
        phone.post("/sign-up/password", "password", PASSWORD, "again", PASSWORD);

        browser.get("/sign-in");
        browser.post("/sign-in", "email", email, "password", PASSWORD);
        assertThat(browser.get("/sign-up/next").location()).isEqualTo("/sign-up/methods");
        browser.get("/sign-up/methods");
        assertThat(browser.post("/sign-up/methods", "ways", "email").location()).isEqualTo("/sign-up/code");
        assertThat(phone.get("/sign-up/methods").status()).isLessThan(400);
        assertThat(phone.get("/sign-up/next").location()).isEqualTo("/sign-up/code");
    }

    private void confirm(Client client) {
        var link = post.link(email);
        client.get(link);
        assertThat(client.post(link).location()).isEqualTo("/sign-up/next");
        assertThat(client.get(link).body()).contains("does not work any more");
    }

    private void step(String path, String next, String... fields) {
        assertThat(browser.get(path).status()).as(path).isEqualTo(200);
        assertThat(browser.get(path).status()).as(path + " looked at again").isEqualTo(200);
        behind.add(new Sent(browser.copy(), path, List.of(fields)));
        assertThat(browser.post(path, fields).location()).as(path).isEqualTo(next);
        for (var sent : behind) {
            sentAgain(sent);
            lookedAtAgain(sent.path());
        }
        var on = next.equals("/sign-up/done") || next.equals("/sign-up/sent");
        assertThat(browser.get(on ? next : "/sign-up/next").location()).isEqualTo(on ? "" : next);
    }

    /** The page as the browser kept it, with the cookies of now. */
    private void sentAgain(Sent sent) {
        sent.shown().cookies.clear();
        sent.shown().cookies.putAll(browser.cookies);
        var answer = sent.shown().post(sent.path(), sent.fields().toArray(String[]::new));
        assertThat(answer.status()).as(sent.path() + " sent again").isIn(200, 303, 422);
        browser.cookies.clear();
        browser.cookies.putAll(sent.shown().cookies);
    }

    private void lookedAtAgain(String path) {
        var answer = browser.get(path);
        if (answer.status() == 303 || answer.status() == 302) {
            answer = browser.get(answer.location());
        }
        assertThat(answer.status()).as(path + " after going back").isIn(200, 302, 303);
    }

    private static String[] answers() {
        return new String[] {
            "question1", "teacher", "answer1", "Speedy Snail",
            "question2", "song", "answer2", "The long river",
            "question3", "meal", "answer3", "Mole poblano",
            "question4", "shop", "answer4", "Kiosk by the well",
            "question5", "fear", "answer5", "The deep pond"
        };
    }
}
