package fairway.cases;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.calendar.LegalCalendar;
import fairway.documents.FileSlot;
import fairway.documents.UploadResult;
import fairway.identity.Accounts;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Puts the pages together on which a request for evidence is read and answered. */
@Component
class AnswerViews {
    private final AnswerFiles files;
    private final Accounts accounts;
    private final LegalCalendar calendar;
    private final NoArgGenerator ids;
    private final InstantSource clock;

    AnswerViews(AnswerFiles files, Accounts accounts, LegalCalendar calendar, NoArgGenerator ids, InstantSource clock) {
        this.files = files;
        this.accounts = accounts;
        this.calendar = calendar;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whose page it is, about which request of which case, and what is kept of the answer. */
    record About(Page page, UUID account, CaseFile file, EvidenceRequest request, UnsentAnswer kept) {
        About(Page page, UUID account, CaseFile file, EvidenceRequest request) {
            this(page, account, file, request, request.draft());
        }

        /** What was kept when the answer was saved or sent, a moment after the case was opened. */
        About with(UnsentAnswer later) {
            return new About(page, account, file, request, later);
        }

        String path() {
            return "/cases/" + file.receipt() + "/evidence-request";
        }
    }

    /**
     * The answer as far as it is written, and what is wrong with it.
     *
     * @param rev what it is based on
     * @param newer whether it is another text than the one its person was about to send
     */
    private record Typed(String text, String rev, boolean newer, List<Problem> problems) {}

    /** The text that is kept. */
    ModelAndView form(About about) {
        return form(about, new Typed(about.kept().text(), fresh(about), false, List.of()));
    }

    /** The text that is kept, to somebody who would have sent an older one. */
    ModelAndView newer(About about) {
        return form(about, new Typed(about.kept().text(), fresh(about), true, List.of()));
    }

    /** What was typed, as it came; it is based on what it was based on before. */
    ModelAndView wrong(About about, AnswerBasis basis, String typed, Problem problem) {
        return form(about, new Typed(typed, basis.text(), false, List.of(problem)));
    }

    private ModelAndView form(About about, Typed typed) {
        return shown(about, typed, List.of()).addObject("apart", false);
    }

    /** The files without the text. */
    ModelAndView apart(About about, List<UploadResult.Refused> refused) {
        return shown(about, new Typed("", "", false, List.of()), refused).addObject("apart", true);
    }

    /** Both texts, and a choice; {@code next} is the button that was pressed. */
    ModelAndView conflict(About about, String typed, String next) {
        return about.page()
                .view(
                        "cases/conflict",
                        "path",
                        about.path(),
                        "kept",
                        about.kept(),
                        "typed",
                        typed,
                        "rev",
                        fresh(about),
                        "owner",
                        accounts.ownerMark(about.account()),
                        "next",
                        next.equals("files") ? "files" : "save");
    }

    private ModelAndView shown(About about, Typed typed, List<UploadResult.Refused> refused) {
        var page = about.page();
        var request = about.request();
        var open = request.openAt(clock.instant());
        return page.view(
                "cases/answer",
                "file",
                about.file(),
                "request",
                request,
                "open",
                open,
                "slot",
                new FileSlot(
                        EvidenceRequest.SLOT,
                        about.path(),
                        page.text("cases.answer.files"),
                        open ? page.text("cases.answer.files.help") : "",
                        open,
                        open,
                        files.of(request.id()),
                        refused),
                "days",
                calendar.today().until(request.dueOn(), ChronoUnit.DAYS),
                "owner",
                accounts.ownerMark(about.account()),
                "typed",
                typed.text(),
                "rev",
                typed.rev(),
                "newer",
                typed.newer(),
                "problems",
                typed.problems());
    }

    private String fresh(About about) {
        return AnswerBasis.of(about.kept(), ids.generate()).text();
    }
}
