package fairway.drafts;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.forms.Edition;
import fairway.forms.Forms;
import fairway.forms.Item;
import fairway.forms.Persona;
import fairway.signin.TestSignIn;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private final List<String> met = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"nadia_a5", "maria_c8_first"})
    void the_pages_lead_through_the_form_to_the_review(String who) {
        var edition = forms.current("i-765", LocalDate.of(2026, 11, 2));
        var persona = edition.personas().stream()
                .filter(one -> one.id().equals(who))
                .findFirst()
                .orElseThrow();
        clock.set(persona.today().atTime(17, 0).toInstant(ZoneOffset.UTC));
        var browser = new Client(port, signIn.person());
        var draft = location(browser.fill("/forms/i-765/start"));

        for (var page : persona.expect().pages()) {
            answer(browser, draft, edition, persona, page);
        }

        assertThat(met).isEqualTo(persona.expect().pages());
        assertThat(browser.get(draft + "/review").statusCode()).isEqualTo(200);
        assertThat(browser.get(draft + "/review").body()).doesNotContain("?check");
    }

    private void answer(Client browser, String draft, Edition edition, Persona persona, String id) {
        var page = edition.page(id).orElseThrow();
        var path = draft + "/" + id;
        if (page.isList()) {
            var list = page.items().getFirst();
            var rows =
                    (List<?>) java.util.Objects.requireNonNull(persona.answers().get(list.key()));
            for (int number = 1; number <= rows.size(); number++) {
                var words = new ArrayList<String>();
                ((Map<?, ?>) rows.get(number - 1)).forEach((field, value) -> words.addAll(words("" + field, value)));
                save(browser, path + "/" + number, words);
            }
            save(browser, path, List.of());
        } else {
            var words = new ArrayList<String>();
            for (Item item : page.items()) {
                var value = persona.answers().get(item.key());
                if (value != null) {
                    words.addAll(words(item.key(), value));
                }
            }
            save(browser, path, words);
        }
        met.add(id);
    }

    private static void save(Client browser, String path, List<String> words) {
        var all = new ArrayList<>(words);
        all.addAll(List.of("then", "continue"));
        var answer = browser.fill(path, all.toArray(String[]::new));
        assertThat(answer.statusCode()).as(path + words).isIn(302, 303);
        assertThat(location(answer)).as(path + words).doesNotContain("?check");
    }

    private static List<String> words(String name, Object value) {
        var words = new ArrayList<String>();
        switch (value) {
            case Map<?, ?> boxes -> boxes.forEach((box, word) -> words.addAll(List.of(name + "." + box, "" + word)));
            case Boolean yes -> words.addAll(List.of(name, yes ? "yes" : "no"));
            case String word when word.startsWith("~") -> words.addAll(List.of(name + "~", word.substring(1)));
            case String word
            when word.matches("\\d{4}-\\d\\d-\\d\\d") ->
                words.addAll(List.of(
                        name + ".year", word.substring(0, 4),
                        name + ".month", word.substring(5, 7),
                        name + ".day", word.substring(8)));
            default -> words.addAll(List.of(name + (name.endsWith(".signature") ? ".name" : ""), value.toString()));
        }
        return words;
    }
}
