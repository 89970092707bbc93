package fairway.drafts;

import fairway.ui.NotFound;
import fairway.ui.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A draft as a whole: the checklist, the print, and its end. */
@Controller
class DraftController {
    private final DraftReader reader;
    private final Discarding discarding;
    private final EvidenceSlots slots;

    DraftController(DraftReader reader, Discarding discarding, EvidenceSlots slots) {
        this.reader = reader;
        this.discarding = discarding;
        this.slots = slots;
    }

    @GetMapping("/drafts/{draft}")
    ModelAndView checklist(Page page, @PathVariable UUID draft) {
        var opened = reader.open(QuestionController.account(page), draft);
        return opened.draft().status() == Draft.Status.FILED
                ? page.redirect(opened.path() + "/filed")
                : page.view("drafts/checklist", "draft", checklist(page, opened));
    }

    @GetMapping("/drafts/{draft}/delete")
    ModelAndView askToDelete(Page page, @PathVariable UUID draft) {
        var opened = reader.open(QuestionController.account(page), draft);
        return opened.draft().open()
                ? page.view("drafts/discard", "draft", checklist(page, opened))
                : page.redirect(opened.path());
    }

    @PostMapping("/drafts/{draft}/delete")
    ModelAndView delete(Page page, @PathVariable UUID draft) {
        if (!discarding.discard(QuestionController.account(page), draft)) {
            throw new NotFound();
        }
        return page.redirect("/account");
    }

    private Checklist checklist(Page page, Opened opened) {
        var edition = opened.edition();
        var language = edition.language(page.language());
        var sections = new ArrayList<Checklist.Section>();
        for (var part : opened.journey().parts()) {
            var pages = part.pages().stream()
                    .filter(view -> !Opened.applicantSigns(view.page()))
                    .toList();
            if (pages.isEmpty()) {
                continue;
            }
            var lines = pages.stream()
                    .map(view -> new Checklist.Line(
                            AnswerViews.title(edition, view.page(), language),
                            view.isShown() ? opened.path(view.page()) : null,
                            Checklist.State.of(view.state())))
                    .toList();
            long left = pages.stream()
                    .filter(view -> view.isShown() && view.state() != fairway.forms.PageState.COMPLETE)
                    .count();
            sections.add(new Checklist.Section(
                    part.part().id(),
                    edition.text(language, "part." + part.part().id()),
                    Checklist.State.of(part.state()),
                    opened.minutes(left),
                    lines));
        }
        sections.add(last(page, opened));
        return new Checklist(
                opened.path(),
                new Checklist.Form(
                        edition.header().number(),
                        edition.text(language, "form.title"),
                        edition.header().edition()),
                left(opened),
                sections,
                opened.draft().touched(),
                opened.draft().expires());
    }

    private Checklist.Section last(Page page, Opened opened) {
        var state = opened.complete() ? Checklist.State.NOT_STARTED : Checklist.State.WAITING;
        return new Checklist.Section(
                "end",
                page.text("drafts.checklist.end"),
                state,
                0,
                List.of(
                        new Checklist.Line(
                                page.text("drafts.evidence.title"),
                                opened.path() + "/evidence",
                                slots.state(opened, page.language())),
                        new Checklist.Line(page.text("drafts.checklist.review"), opened.path() + "/review", state)));
    }

    private static Checklist.Left left(Opened opened) {
        var open = opened.open();
        var place = opened.draft().progress().place();
        var untouched = opened.draft().rev() == 0;
        var next = open.isEmpty()
                ? opened.path() + "/review"
                : place.startsWith("/drafts/")
                        ? place
                        : opened.path(open.getFirst().page());
        return new Checklist.Left(
                opened.progress(place).percent(),
                opened.minutes(open.size()),
                next,
                untouched,
                open.isEmpty(),
                opened.draft().open());
    }
}
