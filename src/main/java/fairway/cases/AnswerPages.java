package fairway.cases;

import fairway.calendar.LegalCalendar;
import fairway.documents.FileSlot;
import fairway.documents.UploadResult;
import fairway.identity.Accounts;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reading a request for evidence and answering it once. */
@Controller
class AnswerPages {
    private static final int LONGEST = 20_000;

    private final PersonCases cases;
    private final AnswerFiles files;
    private final Accounts accounts;
    private final LegalCalendar calendar;
    private final InstantSource clock;

    AnswerPages(PersonCases cases, AnswerFiles files, Accounts accounts, LegalCalendar calendar, InstantSource clock) {
        this.cases = cases;
        this.files = files;
        this.accounts = accounts;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/cases/{receipt}/evidence-request")
    ModelAndView show(Page page, @PathVariable String receipt) {
        var view = view(page, receipt);
        return form(page, view, new Typed(latest(view).draft(), List.of()));
    }

    /** The files apart from the text: without scripts, what is typed would not survive their buttons. */
    @GetMapping("/cases/{receipt}/evidence-request/files")
    ModelAndView files(Page page, @PathVariable String receipt) {
        var view = view(page, receipt);
        return latest(view).openAt(clock.instant()) ? apart(page, view, List.of()) : page.redirect(path(receipt));
    }

    /** The files again after one was not taken. */
    ModelAndView refused(Page page, String receipt, List<UploadResult.Refused> refused) {
        var shown = apart(page, view(page, receipt), refused);
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    @PostMapping(value = "/cases/{receipt}/evidence-request", headers = "X-Autosave")
    ResponseEntity<Map<String, String>> autosave(
            Page page, @PathVariable String receipt, @RequestParam(defaultValue = "") String answer) {
        latest(view(page, receipt));
        if (answer.length() > LONGEST) {
            var why = page.text("cases.answer.unsaved.long", LONGEST);
            return ResponseEntity.unprocessableContent().body(Map.of("state", "refused", "why", why));
        }
        if (!cases.keep(visitor(page), number(receipt), answer)) {
            var why = page.text("cases.answer.unsaved.over");
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("state", "conflict", "why", why));
        }
        var saved = page.text("cases.answer.saved", page.time(clock.instant()));
        return ResponseEntity.ok(Map.of("state", "saved", "saved", saved));
    }

    @PostMapping("/cases/{receipt}/evidence-request")
    ModelAndView answer(
            Page page,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "send") String act) {
        var path = path(receipt);
        var account = visitor(page);
        if (answer.length() > LONGEST) {
            return wrong(page, receipt, answer, new Problem("answer", page.text("cases.answer.too_long", LONGEST)));
        }
        if (!act.equals("send")) {
            latest(view(page, receipt));
            cases.keep(account, number(receipt), answer);
            return page.redirect(act.equals("files") ? path + "/files" : path);
        }
        if (once.isEmpty()) {
            return wrong(page, receipt, answer, new Problem("once", page.text("cases.answer.once.missing")));
        }
        return switch (cases.answer(account, number(receipt), answer)) {
            case AnswerResult.Answered answered -> page.redirect(path);
            case AnswerResult.AlreadyAnswered already -> page.redirect(path + "?again");
            case AnswerResult.TooLate late -> page.redirect(path);
            case AnswerResult.Empty empty ->
                wrong(page, receipt, answer, new Problem("answer", page.text("cases.answer.empty")));
            case AnswerResult.NothingAsked nothing -> throw new NotFound();
        };
    }

    private ModelAndView wrong(Page page, String receipt, String typed, Problem problem) {
        var shown = form(page, view(page, receipt), new Typed(typed, List.of(problem)));
        shown.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return shown;
    }

    /** The answer as far as it is written, and what is wrong with it. */
    private record Typed(String text, List<Problem> problems) {}

    private ModelAndView form(Page page, CaseView view, Typed typed) {
        return shown(page, view, typed, List.of()).addObject("apart", false);
    }

    private ModelAndView apart(Page page, CaseView view, List<UploadResult.Refused> refused) {
        return shown(page, view, new Typed("", List.of()), refused).addObject("apart", true);
    }

    private ModelAndView shown(Page page, CaseView view, Typed typed, List<UploadResult.Refused> refused) {
        var request = latest(view);
        var open = request.openAt(clock.instant());
        return page.view(
                "cases/answer",
                "file",
                view.file(),
                "request",
                request,
                "open",
                open,
                "slot",
                new FileSlot(
                        EvidenceRequest.SLOT,
                        path(view.file().receipt().value()),
                        page.text("cases.answer.files"),
                        open ? page.text("cases.answer.files.help") : "",
                        open,
                        open,
                        files.of(request.id()),
                        refused),
                "days",
                calendar.today().until(request.dueOn(), ChronoUnit.DAYS),
                "owner",
                accounts.ownerMark(visitor(page)),
                "typed",
                typed.text(),
                "problems",
                typed.problems());
    }

    private CaseView view(Page page, String receipt) {
        return cases.of(visitor(page), number(receipt)).orElseThrow(NotFound::new);
    }

    private static EvidenceRequest latest(CaseView view) {
        return view.requests().stream().findFirst().orElseThrow(NotFound::new);
    }

    private static String path(String receipt) {
        return "/cases/" + number(receipt) + "/evidence-request";
    }

    private static ReceiptNumber number(String receipt) {
        return ReceiptNumber.read(receipt).orElseThrow(NotFound::new);
    }

    private static UUID visitor(Page page) {
        return page.visitor().map(Visitor::account).orElseThrow(NotFound::new);
    }
}
