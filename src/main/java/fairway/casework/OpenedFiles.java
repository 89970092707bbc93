package fairway.casework;

import fairway.audit.Actor;
import fairway.cases.Cases;
import fairway.cases.EvidenceRequest;
import fairway.cases.Officer;
import fairway.cases.OfficerView;
import fairway.cases.ReceiptNumber;
import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Opening;
import fairway.documents.Reader;
import fairway.ui.NotFound;
import fairway.ui.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** An officer looks at the pages of a file, or opens the file itself: a clean one at once, one that was not scanned after a warning, others not. */
@Controller
class OpenedFiles {
    private final Cases cases;
    private final Documents documents;

    OpenedFiles(Cases cases, Documents documents) {
        this.cases = cases;
        this.documents = documents;
    }

    @GetMapping("/desk/cases/{receipt}/files/{id}")
    @Nullable
    ModelAndView open(Page page, @PathVariable String receipt, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        return send(page, receipt, id, false, response);
    }

    @PostMapping("/desk/cases/{receipt}/files/{id}")
    @Nullable
    ModelAndView openWarned(
            Page page, @PathVariable String receipt, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        return send(page, receipt, id, true, response);
    }

    /** A page drawn by us: no file is opened on the officer's computer. */
    @GetMapping("/desk/cases/{receipt}/files/{id}/pages/{number}")
    ModelAndView look(Page page, @PathVariable String receipt, @PathVariable UUID id, @PathVariable int number) {
        var officer = Desk.officer(page);
        var opened = opened(officer, receipt, id);
        var viewing = documents.view(opened.document().holder(), id, number, Actor.staff(officer.account()));
        return page.view("casework/page", "path", Desk.path(opened.receipt()), "viewing", viewing);
    }

    @GetMapping("/desk/cases/{receipt}/files/{id}/pages/{number}/picture")
    void picture(
            Page page,
            @PathVariable String receipt,
            @PathVariable UUID id,
            @PathVariable int number,
            HttpServletResponse response)
            throws IOException {
        var opened = opened(Desk.officer(page), receipt, id);
        documents.sendPage(opened.document().holder(), id, number, response);
    }

    private record Opened(ReceiptNumber receipt, Document document) {}

    private Opened opened(Officer officer, String receipt, UUID id) {
        var view = cases.open(officer, FilePages.number(receipt)).orElseThrow(NotFound::new);
        return files(documents, view).stream()
                .filter(file -> file.id().equals(id))
                .findFirst()
                .map(file -> new Opened(view.file().receipt(), file))
                .orElseThrow(NotFound::new);
    }

    private @Nullable ModelAndView send(
            Page page, String receipt, UUID id, boolean warned, HttpServletResponse response) throws IOException {
        var officer = Desk.officer(page);
        var opened = opened(officer, receipt, id);
        var reader = Reader.officer(Actor.staff(officer.account()), warned);
        return switch (documents.open(opened.document().holder(), id, reader)) {
            case Opening.Content content -> {
                documents.send(content, response);
                yield null;
            }
            case Opening.AskFirst ask ->
                page.view("casework/warning", "path", Desk.path(opened.receipt()), "document", ask.document());
            case Opening.Withheld withheld -> throw new NotFound();
        };
    }

    /** The files of the filing, then those of each answer. */
    static List<Document> files(Documents documents, OfficerView view) {
        return Stream.concat(
                        Stream.of(new Holder("filing", view.file().filing())),
                        view.requests().stream().map(request -> new Holder(EvidenceRequest.HOLDER, request.id())))
                .flatMap(holder -> documents.of(holder).stream())
                .toList();
    }
}
