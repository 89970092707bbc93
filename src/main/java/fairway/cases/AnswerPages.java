package fairway.cases;

import fairway.cases.Answering.Kept;
import fairway.documents.UploadResult;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.Visitor;
import java.time.InstantSource;
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
    private final AnswerViews views;
    private final InstantSource clock;

    AnswerPages(PersonCases cases, AnswerViews views, InstantSource clock) {
        this.cases = cases;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/cases/{receipt}/evidence-request")
    ModelAndView show(Page page, @PathVariable String receipt) {
        return views.form(about(page, receipt));
    }

    /** The files apart from the text: without scripts, what is typed would not survive their buttons. */
    @GetMapping("/cases/{receipt}/evidence-request/files")
    ModelAndView files(Page page, @PathVariable String receipt) {
        var about = about(page, receipt);
        return about.request().openAt(clock.instant()) ? views.apart(about, List.of()) : page.redirect(about.path());
    }

    /** The files again after one was not taken. */
    ModelAndView refused(Page page, String receipt, List<UploadResult.Refused> refused) {
        return status(HttpStatus.UNPROCESSABLE_CONTENT, views.apart(about(page, receipt), refused));
    }

    @PostMapping(value = "/cases/{receipt}/evidence-request", headers = "X-Autosave")
    ResponseEntity<Map<String, String>> autosave(
            Page page,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String rev) {
        about(page, receipt);
        var text = tidy(answer);
        if (text.length() > LONGEST) {
            var why = page.text("cases.answer.unsaved.long", LONGEST);
            return ResponseEntity.unprocessableContent().body(Map.of("state", "refused", "why", why));
        }
        return switch (cases.keep(visitor(page), number(receipt), AnswerBasis.read(rev), text)) {
            case Kept.Saved(var next) -> {
                var saved = page.text("cases.answer.saved", page.time(clock.instant()));
                yield ResponseEntity.ok(Map.of("state", "saved", "saved", saved, "rev", next.text()));
            }
            case Kept.Newer newer -> unsaved(page.text("cases.answer.unsaved.twice"));
            case Kept.Apart apart -> unsaved(page.text("cases.answer.unsaved.twice"));
            case Kept.Over over -> unsaved(page.text("cases.answer.unsaved.over"));
        };
    }

    private static ResponseEntity<Map<String, String>> unsaved(String why) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("state", "conflict", "why", why));
    }

    @PostMapping("/cases/{receipt}/evidence-request")
    ModelAndView answer(
            Page page,
            @PathVariable String receipt,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String rev,
            @RequestParam(defaultValue = "") String once,
            @RequestParam(defaultValue = "send") String act) {
        var about = about(page, receipt);
        var basis = AnswerBasis.read(rev);
        var text = tidy(answer);
        if (act.equals("theirs")) {
            return page.redirect(about.path());
        }
        if (text.length() > LONGEST) {
            return wrong(about, basis, text, new Problem("answer", page.text("cases.answer.too_long", LONGEST)));
        }
        if (!act.equals("send")) {
            return keep(about, basis, text, act);
        }
        return once.isEmpty()
                ? wrong(about, basis, text, new Problem("once", page.text("cases.answer.once.missing")))
                : send(about, basis, text);
    }

    private ModelAndView keep(AnswerViews.About about, AnswerBasis basis, String text, String act) {
        var path = about.path();
        var next = act.equals("files") ? path + "/files" : path;
        return switch (cases.keep(about.account(), about.file().receipt(), basis, text)) {
            case Kept.Saved saved -> about.page().redirect(next);
            case Kept.Newer newer -> about.page().redirect(next);
            case Kept.Apart(var kept) -> conflict(about, kept, text, act);
            case Kept.Over over -> about.page().redirect(path);
        };
    }

    private ModelAndView send(AnswerViews.About about, AnswerBasis basis, String text) {
        var page = about.page();
        var path = about.path();
        return switch (cases.answer(about.account(), about.file().receipt(), basis, text)) {
            case AnswerResult.Answered answered -> page.redirect(path);
            case AnswerResult.AlreadyAnswered already -> page.redirect(path + "?again");
            case AnswerResult.TooLate late -> page.redirect(path);
            case AnswerResult.Changed(var kept, var apart) ->
                apart
                        ? conflict(about, kept, text, "send")
                        : status(HttpStatus.CONFLICT, views.newer(about.with(kept)));
            case AnswerResult.Empty empty ->
                wrong(about, basis, text, new Problem("answer", page.text("cases.answer.empty")));
            case AnswerResult.NothingAsked nothing -> throw new NotFound();
        };
    }

    private ModelAndView conflict(AnswerViews.About about, UnsentAnswer kept, String typed, String act) {
        return status(HttpStatus.CONFLICT, views.conflict(about.with(kept), typed, act));
    }

    private ModelAndView wrong(AnswerViews.About about, AnswerBasis basis, String typed, Problem problem) {
        return status(HttpStatus.UNPROCESSABLE_CONTENT, views.wrong(about, basis, typed, problem));
    }

    private static ModelAndView status(HttpStatus status, ModelAndView shown) {
        shown.setStatus(status);
        return shown;
    }

    /** Forms send line ends as two characters, scripts as one. */
    private static String tidy(String typed) {
        return typed.replace("\r\n", "\n").replace("\0", "");
    }

    private AnswerViews.About about(Page page, String receipt) {
        var view = cases.of(visitor(page), number(receipt)).orElseThrow(NotFound::new);
        var latest = view.requests().stream().findFirst().orElseThrow(NotFound::new);
        return new AnswerViews.About(page, visitor(page), view.file(), latest);
    }

    private static ReceiptNumber number(String receipt) {
        return ReceiptNumber.read(receipt).orElseThrow(NotFound::new);
    }

    private static UUID visitor(Page page) {
        return page.visitor().map(Visitor::account).orElseThrow(NotFound::new);
    }
}
