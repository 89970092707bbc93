package fairway.drafts;

import fairway.audit.Actor;
import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.FileSlot;
import fairway.documents.Holder;
import fairway.documents.Opening;
import fairway.documents.Part;
import fairway.documents.Reader;
import fairway.documents.UploadResult;
import fairway.forms.Need;
import fairway.ui.NotFound;
import fairway.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
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
        var files = documents.of(holder(opened));
        var shown = new ArrayList<FileSlot>();
        for (var need : slots.needs(opened)) {
            var problems = refused.getOrDefault(EvidenceSlots.key(need), List.of());
            shown.add(slot(page, opened, need, language, new Here(files, problems)));
        }
        for (var key : unasked(opened, files)) {
            shown.add(unasked(page, opened, key, language, files));
        }
        return page.view("drafts/evidence", "path", opened.path(), "slots", shown);
    }

    /** The files of a draft, and what was wrong with the last upload into one slot. */
    private record Here(List<Document> files, List<UploadResult.Refused> problems) {
        List<Document> of(String slot) {
            return in(files, slot);
        }
    }

    private static List<Document> in(List<Document> files, String slot) {
        return files.stream().filter(file -> file.slot().equals(slot)).toList();
    }

    /** Slots that hold files although other answers ask for them no longer. */
    private List<String> unasked(Opened opened, List<Document> files) {
        var asked = slots.needs(opened).stream().map(EvidenceSlots::key).toList();
        return files.stream()
                .map(Document::slot)
                .distinct()
                .filter(slot -> !asked.contains(slot))
                .toList();
    }

    private static FileSlot unasked(Page page, Opened opened, String key, Locale language, List<Document> files) {
        var title = opened.edition().text(language, "evidence." + key.replaceFirst("-[0-9]+$", "") + ".title");
        return new FileSlot(
                key,
                opened.path() + "/evidence/" + key,
                page.text("drafts.evidence.unasked", title),
                page.text("drafts.evidence.unasked.help"),
                true,
                false,
                in(files, key),
                List.of());
    }

    private FileSlot slot(Page page, Opened opened, Need need, Locale language, Here here) {
        var key = EvidenceSlots.key(need);
        var files = here.of(key);
        var papers = files.stream().filter(file -> file.part() == Part.FILE).count();
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
                papers < need.slot().max(),
                files,
                here.problems());
    }

    /** Where a change of language leads on a page that refused a file. */
    @GetMapping("/drafts/{draft}/evidence/{slot}/files")
    ModelAndView files(Page page, @PathVariable UUID draft, @PathVariable String slot) {
        var opened = reader.open(QuestionController.account(page), draft);
        return page.redirect(opened.path() + "/evidence");
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
        var opened = reader.open(QuestionController.account(page), draft);
        if (!opened.draft().open() || in(documents.of(holder(opened)), slot).isEmpty()) {
            throw new NotFound();
        }
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
        return EvidenceSlots.holder(opened);
    }

    private static Actor actor(Opened opened) {
        return Actor.person(opened.draft().account());
    }
}
