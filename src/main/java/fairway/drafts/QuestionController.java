package fairway.drafts;

import fairway.drafts.QuestionFrames.Ask;
import fairway.drafts.Saving.Outcome;
import fairway.forms.FormPage;
import fairway.ui.NotFound;
import fairway.ui.Page;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Question pages and lists of a draft: shown by GET, which never writes, and saved by POST. */
@Controller
class QuestionController {
    private final DraftReader drafts;
    private final DraftPages pages;
    private final QuestionFrames frames;
    private final QuestionSaves saves;

    QuestionController(DraftReader drafts, DraftPages pages, QuestionFrames frames, QuestionSaves saves) {
        this.drafts = drafts;
        this.pages = pages;
        this.frames = frames;
        this.saves = saves;
    }

    @GetMapping("/drafts/{draft}/{topic}")
    ModelAndView show(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String topic,
            @RequestParam(required = false) @Nullable String check,
            @RequestParam(defaultValue = "") String from) {
        var opened = drafts.open(account(page), draft);
        if (!opened.draft().open()) {
            return page.redirect(opened.path());
        }
        var formPage = page(opened, topic);
        var ask = new Ask(0, check != null, from, false);
        if (formPage.isList()) {
            var next = pages.nextInstance(opened.draft(), formPage.id());
            return page.view("drafts/list", "list", frames.list(page, opened, formPage, ask, next));
        }
        return page.view("drafts/question", "question", frames.question(page, opened, formPage, ask, null));
    }

    @GetMapping("/drafts/{draft}/{topic}/{instance:\\d{1,4}}")
    ModelAndView instance(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String topic,
            @PathVariable int instance,
            @RequestParam(required = false) @Nullable String check,
            @RequestParam(defaultValue = "") String from) {
        var opened = drafts.open(account(page), draft);
        var formPage = list(opened, topic);
        var next = pages.nextInstance(opened.draft(), formPage.id());
        if (!opened.draft().open() || opened.row(topic, instance).removed() || instance < 1 || instance > next) {
            return page.redirect(opened.path(formPage));
        }
        var ask = new Ask(instance, check != null, from, false);
        return page.view("drafts/question", "question", frames.question(page, opened, formPage, ask, null));
    }

    @PostMapping(path = "/drafts/{draft}/{topic}", headers = "!X-Autosave")
    ModelAndView save(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String topic,
            @RequestParam MultiValueMap<String, String> posted) {
        return saves.save(page, new QuestionSaves.Place(draft, topic, 0), posted);
    }

    @PostMapping(path = "/drafts/{draft}/{topic}/{instance:\\d{1,4}}", headers = "!X-Autosave")
    ModelAndView save(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String topic,
            @PathVariable int instance,
            @RequestParam MultiValueMap<String, String> posted) {
        return saves.save(page, new QuestionSaves.Place(draft, topic, instance), posted);
    }

    @PostMapping(path = "/drafts/{draft}/{topic}", headers = "X-Autosave")
    ResponseEntity<Map<String, Object>> autosave(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String topic,
            @RequestParam MultiValueMap<String, String> posted) {
        return saves.autosave(page, new QuestionSaves.Place(draft, topic, 0), posted);
    }

    @PostMapping(path = "/drafts/{draft}/{topic}/{instance:\\d{1,4}}", headers = "X-Autosave")
    ResponseEntity<Map<String, Object>> autosave(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String topic,
            @PathVariable int instance,
            @RequestParam MultiValueMap<String, String> posted) {
        return saves.autosave(page, new QuestionSaves.Place(draft, topic, instance), posted);
    }

    @PostMapping("/drafts/{draft}/{topic}/{instance:\\d{1,4}}/resolve")
    ModelAndView resolve(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String topic,
            @PathVariable int instance,
            @RequestParam MultiValueMap<String, String> posted) {
        return saves.resolve(page, new QuestionSaves.Place(draft, topic, instance), posted);
    }

    @GetMapping("/drafts/{draft}/{topic}/{instance:\\d{1,4}}/remove")
    ModelAndView askToRemove(
            Page page, @PathVariable UUID draft, @PathVariable String topic, @PathVariable int instance) {
        var opened = drafts.open(account(page), draft);
        var formPage = list(opened, topic);
        if (!opened.answers().numbers(formPage.items().getFirst().key()).contains(instance)) {
            return page.redirect(opened.path(formPage));
        }
        var language = opened.edition().language(page.language());
        var card = frames.card(opened, formPage, instance, language);
        return page.view("drafts/remove", "card", card, "listPath", opened.path(formPage));
    }

    @PostMapping("/drafts/{draft}/{topic}/{instance:\\d{1,4}}/remove")
    ModelAndView remove(Page page, @PathVariable UUID draft, @PathVariable String topic, @PathVariable int instance) {
        return switch (saves.remove(account(page), draft, topic, instance)) {
            case Outcome.NoSuchDraft() -> throw new NotFound();
            case Outcome.Saved _, Outcome.Clash _, Outcome.Removed _, Outcome.Frozen _ ->
                page.redirect("/drafts/" + draft + "/" + topic);
        };
    }

    static FormPage page(Opened opened, String topic) {
        return opened.pages()
                .map(view -> view.page())
                .filter(found -> found.id().equals(topic))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static FormPage list(Opened opened, String topic) {
        var formPage = page(opened, topic);
        if (!formPage.isList()) {
            throw new NotFound();
        }
        return formPage;
    }

    static UUID account(Page page) {
        return page.visitor().orElseThrow(NotFound::new).account();
    }
}
