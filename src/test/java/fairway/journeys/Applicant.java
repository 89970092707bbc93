package fairway.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** A person at the keyboard who files Form I-765, page by page, by what the pages offer. */
final class Applicant {
    private static final int MORE_PAGES_THAN_THERE_ARE = 80;

    private final Page page;
    private final String home;
    private final Runnable look;
    private final Hands hands;
    private final List<String> seen = new ArrayList<>();

    /** {@code home} is the address with the language; {@code look} is called on every page. */
    Applicant(Page page, String home, Runnable look) {
        this(page, home, look, new Hands.Mouse(page));
    }

    Applicant(Page page, String home, Runnable look, Hands hands) {
        this.page = page;
        this.home = home;
        this.look = look;
        this.hands = hands;
    }

    /** From the list of forms to the checklist of a new draft; answers the draft's address. */
    String start() {
        page.navigate(home + "/forms");
        look.run();
        hands.press(page.locator("main a[href$='/forms/i-765']").first());
        look.run();
        hands.press(
                page.locator("main form[action*='/forms/i-765/start'] button").first());
        look.run();
        return page.url().replaceAll("[?#].*", "");
    }

    /** Walks the whole journey; answers the pages seen, in order. */
    List<String> fill(String draft, Persona persona) {
        hands.press(page.locator("main a.usa-button").first());
        for (int turn = 0; turn < MORE_PAGES_THAN_THERE_ARE; turn++) {
            var topic = topic(draft);
            if (topic.isEmpty() || topic.equals("evidence") || topic.equals("review")) {
                return seen;
            }
            if (!seen.contains(topic)) {
                seen.add(topic);
                look.run();
            }
            if (page.locator("#list").count() > 0) {
                cards(draft, topic, persona);
            } else {
                new Typist(page, hands).answer(persona);
                sign(persona);
            }
            var before = page.url();
            hands.press(
                    page.locator("main button[name='then'][value='continue']").first());
            assertThat(page.locator("main .usa-error-message").allInnerTexts())
                    .as("page %s of %s", before, persona.id())
                    .isEmpty();
        }
        throw new AssertionError("The form never ended; seen " + seen);
    }

    /** Interpreter and preparer sign with their names on pages of their own. */
    private void sign(Persona persona) {
        for (var who : List.of("interpreter", "preparer")) {
            if (page.locator("main [name^='" + who + ".signature']").count() > 0) {
                @SuppressWarnings("unchecked")
                var name = (Map<String, Object>) persona.answers().getOrDefault(who + ".name", Map.of());
                hands.fill(
                        page.locator("main input[name^='" + who + ".signature']")
                                .first(),
                        Persona.words(name.get("given")) + " " + Persona.words(name.get("family")));
            }
        }
    }

    private void cards(String draft, String topic, Persona persona) {
        for (var entry : persona.answers().entrySet()) {
            if (!(entry.getValue() instanceof List<?> cards) || !owns(topic, entry.getKey())) {
                continue;
            }
            for (var card : cards) {
                hands.press(page.locator("main a[href*='/" + topic + "/']:not([href$='/remove'])")
                        .last());
                new Typist(page, hands).instance((Map<?, ?>) card);
                hands.press(page.locator("main button[name='then'][value='continue']")
                        .first());
                if (!topic(draft).equals(topic) || page.locator("#list").count() == 0) {
                    page.navigate(draft + "/" + topic);
                }
            }
        }
    }

    private static boolean owns(String topic, String list) {
        return switch (topic) {
            case "other_names" -> list.equals("applicant.other_names");
            case "citizenships" -> list.equals("applicant.citizenships");
            case "old_sevis_numbers" -> list.equals("sevis_numbers_old");
            default -> list.equals(topic);
        };
    }

    /** Sends one picture for every paper that is asked for. */
    void sendEvidence(String draft) {
        page.navigate(draft + "/evidence");
        look.run();
        var empty = page.locator("main section:has(form[enctype]):not(:has(ol li))");
        for (int papers = 0; papers < 30 && empty.count() > 0; papers++) {
            var action = empty.first().locator("form[enctype]").last().getAttribute("action");
            var form = page.locator("main section:has(form[enctype][action='" + action + "'])");
            hands.tick(form.locator("input[value=no]").first());
            hands.send(
                    form.locator("input[type=file]").first(),
                    new FilePayload("proof-" + papers + ".png", "image/png", picture()));
            hands.press(form.locator("form[enctype] button").last());
        }
        look.run();
    }

    /** Accepts what is warned about and signs. */
    void reviewAndSign(String draft, Persona persona) {
        page.navigate(draft + "/review");
        look.run();
        assertThat(page.locator("#fixes").count())
                .as(page.locator("main").innerText())
                .isZero();
        for (var warning : page.locator("main input[name^='accept.']").all()) {
            hands.tick(warning);
        }
        hands.press(page.locator("main button[form=accept]").first());
        look.run();
        hands.fill(page.locator("main [name=name]"), persona.legalName());
        hands.tick(page.locator("main #agree"));
        hands.press(page.locator("main form[action$='/sign'] button").last());
    }

    /** From the fees to the card page, and this card there. */
    void payWith(String card) {
        look.run();
        if (page.locator("main form[action$='/pay'] button").count() > 0) {
            hands.press(page.locator("main form[action$='/pay'] button").first());
        }
        look.run();
        hands.fill(page.locator("#number"), card);
        hands.fill(page.locator("#expiry"), "04 / 29");
        hands.fill(page.locator("#code"), "123");
        hands.press(page.locator("main form button").first());
        look.run();
    }

    private String topic(String draft) {
        var path = page.url().replaceAll("[?#].*", "");
        return path.length() > draft.length()
                ? path.substring(draft.length() + 1).replaceAll("/.*", "")
                : "";
    }

    static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
