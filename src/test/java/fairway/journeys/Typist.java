package fairway.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** Types a persona's answers into whatever question page is open, as a person would: only what can be seen. */
final class Typist {
    private final Page page;
    private final Hands hands;

    Typist(Page page, Hands hands) {
        this.page = page;
        this.hands = hands;
    }

    void answer(Persona persona) {
        persona.answers().forEach((item, answer) -> {
            if (answer instanceof List<?> || box(item).isEmpty()) {
                return;
            }
            answer(item, answer);
        });
    }

    /** One card of a list. */
    void instance(Map<?, ?> fields) {
        fields.forEach((field, answer) -> {
            if (box(String.valueOf(field)).isEmpty()) {
                throw new AssertionError("Nothing to type " + field + " into on " + page.url());
            }
            answer(String.valueOf(field), answer == null ? "" : answer);
        });
    }

    private void answer(String item, Object answer) {
        if (answer instanceof Map<?, ?> boxes) {
            boxes.forEach((part, value) -> type(item + "." + part, Persona.words(value)));
        } else if (Persona.words(answer).startsWith("~")) {
            tick("[name='" + item + "~'][value='" + Persona.words(answer).substring(1) + "']");
        } else if (exists(item + ".month")) {
            var date = Persona.words(answer).split("-", -1);
            type(item + ".month", String.valueOf(Integer.parseInt(date[1])));
            type(item + ".day", String.valueOf(Integer.parseInt(date[2])));
            type(item + ".year", date[0]);
        } else {
            type(item, Persona.words(answer));
        }
    }

    private void type(String name, String value) {
        var field = page.locator("main [name='" + name + "']");
        if (field.count() == 0) {
            return;
        }
        var first = field.first();
        var kind = String.valueOf(first.evaluate("one => one.tagName + ':' + one.type"))
                .toLowerCase(java.util.Locale.ROOT);
        if (kind.startsWith("select")) {
            if (first.isVisible()) {
                hands.choose(first, value);
            }
        } else if (kind.endsWith(":radio") || kind.endsWith(":checkbox")) {
            tick("[name='" + name + "'][value='" + value + "']");
        } else if (first.isVisible()) {
            hands.fill(first, value);
        }
    }

    private void tick(String which) {
        var choice = page.locator("main " + which);
        if (choice.count() == 0) {
            return;
        }
        var group = choice.locator("xpath=ancestor::details[not(@open)]");
        while (group.count() > 0) {
            hands.open(group.first().locator("summary").first());
        }
        if (!(boolean) choice.first().evaluate("one => one.checked")) {
            hands.tick(choice.first());
        }
    }

    private boolean exists(String name) {
        return page.locator("main [name='" + name + "']").count() > 0;
    }

    private List<Locator> box(String item) {
        return page.locator("main [name='" + item + "'], main [name^='" + item + ".'], main [name='" + item + "~']")
                .all();
    }
}
