package fairway.casework;

import fairway.cases.CaseEvent;
import fairway.cases.Cases;
import fairway.cases.Officer;
import fairway.cases.OfficerView;
import fairway.cases.ReceiptNumber;
import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.filing.Filings;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.ui.NotFound;
import fairway.ui.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The officer's file: answers as filed, documents, acts and history side by side. */
@Controller
class FilePages {
    private final Cases cases;
    private final Filings filings;
    private final Accounts accounts;
    private final Documents documents;

    FilePages(Cases cases, Filings filings, Accounts accounts, Documents documents) {
        this.documents = documents;
        this.cases = cases;
        this.filings = filings;
        this.accounts = accounts;
    }

    @GetMapping({"/desk/cases/{receipt}", "/desk/cases/{receipt}/show"})
    ModelAndView show(Page page, @PathVariable String receipt, @RequestParam Map<String, String> said) {
        return show(page, Desk.officer(page), number(receipt), Typed.NOTHING).addObject("said", Words.said(page, said));
    }

    /** The file with answers that are not shown unasked; each that is shown is recorded. */
    @PostMapping("/desk/cases/{receipt}/show")
    ModelAndView onDemand(Page page, @PathVariable String receipt, @RequestParam(defaultValue = "") List<String> show) {
        return file(page, Desk.officer(page), number(receipt), Typed.NOTHING, show);
    }

    /** The file with what an officer had typed into one of its forms and what is to be said about it. */
    ModelAndView show(Page page, Officer officer, ReceiptNumber receipt, Typed typed) {
        return file(page, officer, receipt, typed, List.of());
    }

    private ModelAndView file(Page page, Officer officer, ReceiptNumber receipt, Typed typed, List<String> wanted) {
        var view = cases.open(officer, receipt).orElseThrow(NotFound::new);
        var files = OpenedFiles.files(documents, view);
        var filing = view.file().filing();
        var answers = filings.answersOf(filing, page.language());
        var open = answers.onDemand(wanted);
        cases.answersShown(officer, view.file(), open);
        var shown = page.view(
                "casework/file",
                "view",
                view,
                "applicant",
                cases.applicantOf(view.file()),
                "answers",
                answers,
                "open",
                open,
                "remarks",
                filings.remarksOf(filing, page.language()),
                "signatures",
                filings.signaturesOf(filing, page.language()),
                "slots",
                filings.slots(filing, files.stream().map(Document::slot).toList(), page.language()),
                "files",
                files,
                "names",
                names(view),
                "typed",
                typed);
        shown.setStatus(typed.status());
        return shown;
    }

    private Map<UUID, String> names(OfficerView view) {
        var names = new HashMap<UUID, String>();
        view.history().stream()
                .map(CaseEvent::actor)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(actor -> names.put(
                        actor, accounts.find(actor).map(Account::shownName).orElse("")));
        return names;
    }

    static ReceiptNumber number(String receipt) {
        return ReceiptNumber.read(receipt).orElseThrow(NotFound::new);
    }
}
