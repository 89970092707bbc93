package fairway.drafts;

import static fairway.drafts.Client.location;
import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.Edition;
import fairway.forms.Item;
import fairway.forms.Persona;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills in a form as one of its invented people, page by page. */
public final class PersonaWalk {
    private final Client browser;
    private final Edition edition;
    private final List<String> met = new ArrayList<>();

    public PersonaWalk(Client browser, Edition edition) {
        this.browser = browser;
        this.edition = edition;
    }

    public static Persona persona(Edition edition, String who) {
        return edition.personas().stream()
                .filter(one -> one.id().equals(who))
                .findFirst()
                .orElseThrow();
    }

    /** Up to the review; the path of the draft. */
    public String fill(Persona persona) {
        var draft = location(browser.fill("/forms/" + edition.header().form() + "/start"));
        for (var page : persona.expect().pages()) {
            answer(draft, persona, page);
        }
        return draft;
    }

    List<String> met() {
        return met;
    }

    private void answer(String draft, Persona persona, String id) {
        var page = edition.page(id).orElseThrow();
        var path = draft + "/" + id;
        if (page.isList()) {
            var list = page.items().getFirst();
            var rows =
                    (List<?>) java.util.Objects.requireNonNull(persona.answers().get(list.key()));
            for (int number = 1; number <= rows.size(); number++) {
                var words = new ArrayList<String>();
                ((Map<?, ?>) rows.get(number - 1)).forEach((field, value) -> words.addAll(words("" + field, value)));
                save(path + "/" + number, words);
            }
            save(path, List.of());
        } else {
            var words = new ArrayList<String>();
            for (Item item : page.items()) {
                var value = persona.answers().get(item.key());
                if (value != null) {
                    words.addAll(words(item.key(), value));
                }
            }
            save(path, words);
        }
        met.add(id);
    }

    private void save(String path, List<String> words) {
        var all = new ArrayList<>(words);
        all.addAll(List.of("then", "continue"));
        var page = browser.get(path).body();
        assertThat(page.length()).as(path + " is light (ruling 32)").isLessThan(40_000);
        for (int i = 0; i < words.size(); i += 2) {
            assertThat(page)
                    .as(path + ": a browser has nothing to type this into")
                    .contains("name=\"" + words.get(i) + "\"");
        }
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
