package fairway.drafts;

import fairway.audit.Actor;
import fairway.documents.Documents;
import fairway.documents.FileSlot;
import fairway.documents.Holder;
import fairway.documents.Opening;
import fairway.documents.Reader;
import fairway.documents.UploadResult;
import fairway.forms.Need;
import fairway.ui.NotFound;
import fairway.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The documents that the answers of a draft ask for; files go straight to {@code documents}. */
@Controller
class EvidenceController {
    private final DraftReader reader;
    private final EvidenceSlots slots;
    private final Documents documents;

    EvidenceController(DraftReader reader, EvidenceSlots slots, Documents documents) {
        this.reader = reader;
        this.slots = slots;
        this.documents = documents;
    }

    @GetMapping("/drafts/{draft}/evidence")
    ModelAndView evidence(Page page, @PathVariable UUID draft) {
        return show(page, reader.open(QuestionController.account(page), draft), Map.of());
    }

    private ModelAndView show(Page page, Opened opened, Map<String, List<UploadResult.Refused>> refused) {
        if (!opened.draft().open()) {
            return page.redirect(opened.path());
        }
        var language = opened.edition().language(page.language());
        var shown = slots.needs(opened).stream()
                .map(need -> slot(page, opened, need, language, refused))
                .toList();
        return page.view("drafts/evidence", "path", opened.path(), "slots", shown);
    }

    private FileSlot slot(
            Page page, Opened opened, Need need, Locale language, Map<String, List<UploadResult.Refused>> refused) {
        var key = EvidenceSlots.key(need);
        var edition = opened.edition();
        var title = slots.title(opened, need, language);
        var counts = edition.text(language, need.countsKey());
        var help = QuestionViews.text(
                        edition, language, "evidence." + need.slot().id() + ".help")
                .map(more -> counts + " " + more)
                .orElse(counts);
        return new FileSlot(
                key,
                opened.path() + "/evidence/" + key,
                need.required() ? title : title + " (" + page.text("drafts.evidence.optional") + ")",
                help,
                true,
                documents.of(holder(opened)).stream()
                        .filter(file -> file.slot().equals(key))
                        .toList(),
                refused.getOrDefault(key, List.of()));
    }

    @PostMapping("/drafts/{draft}/evidence/{slot}/files")
    ModelAndView upload(Page page, @PathVariable UUID draft, @PathVariable String slot, HttpServletRequest request) {
        var opened = open(page, draft, slot);
        var results = documents.receive(request, holder(opened), slot, actor(opened));
        var refused = results.stream()
                .filter(UploadResult.Refused.class::isInstance)
                .map(UploadResult.Refused.class::cast)
                .toList();
        return refused.isEmpty()
                ? page.redirect(opened.path() + "/evidence#slot-" + slot)
                : show(page, opened, Map.of(slot, refused));
    }

    @PostMapping("/drafts/{draft}/evidence/{slot}/files/{file}")
    ModelAndView change(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String slot,
            @PathVariable UUID file,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String value) {
        var opened = open(page, draft, slot);
        documents.change(holder(opened), file, act, value, actor(opened));
        return page.redirect(opened.path() + "/evidence#slot-" + slot);
    }

    @GetMapping("/drafts/{draft}/evidence/{slot}/files/{file}")
    void download(
            Page page,
            @PathVariable UUID draft,
            @PathVariable String slot,
            @PathVariable UUID file,
            HttpServletResponse response)
            throws IOException {
        var opened = reader.open(QuestionController.account(page), draft);
        switch (documents.open(holder(opened), file, Reader.person(actor(opened)))) {
            case Opening.Content content -> documents.send(content, response);
            case Opening.AskFirst _, Opening.Withheld _ -> throw new NotFound();
        }
    }

    /** A draft that can be changed, and a slot its answers ask for. */
    private Opened open(Page page, UUID draft, String slot) {
        var opened = reader.open(QuestionController.account(page), draft);
        if (!opened.draft().open()
                || slots.needs(opened).stream()
                        .noneMatch(need -> EvidenceSlots.key(need).equals(slot))) {
            throw new NotFound();
        }
        return opened;
    }

    private static Holder holder(Opened opened) {
        return new Holder("draft", opened.draft().id());
    }

    private static Actor actor(Opened opened) {
        return Actor.person(opened.draft().account());
    }
}
