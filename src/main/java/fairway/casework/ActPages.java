package fairway.casework;

import fairway.cases.ActResult;
import fairway.cases.CaseAct;
import fairway.cases.CaseVersion;
import fairway.cases.Cases;
import fairway.cases.Decision;
import fairway.cases.OfficerView;
import fairway.identity.Accounts;
import fairway.notices.Notices;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One page an act: it says what the act does, and only then offers the button. */
@Controller
class ActPages {
    private static final int LONGEST = 20_000;

    private final Cases cases;
    private final Notices notices;
    private final FilePages files;
    private final Accounts accounts;

    ActPages(Cases cases, Notices notices, FilePages files, Accounts accounts) {
        this.accounts = accounts;
        this.cases = cases;
        this.notices = notices;
        this.files = files;
    }

    @GetMapping("/desk/cases/{receipt}/{act}")
    ModelAndView show(Page page, @PathVariable String receipt, @PathVariable String act) {
        return page(page, receipt, act(act), Typed.NOTHING);
    }

    /** A note is one field of the file itself. */
    @PostMapping("/desk/cases/{receipt}/note")
    ModelAndView note(Page page, @PathVariable String receipt, @RequestParam Map<String, String> fields) {
        var problems = Words.check(page, fields, "note", true, LONGEST);
        var officer = Desk.officer(page);
        var number = FilePages.number(receipt);
        return problems.isEmpty()
                ? answered(
                        page,
                        receipt,
                        CaseAct.NOTE,
                        fields,
                        cases.note(officer, number, fields.getOrDefault("note", "")))
                : files.show(page, officer, number, new Typed(fields, problems, List.of()));
    }

    /** Shows a decision as the person will read it, before anybody is asked to confirm anything. */
    @PostMapping("/desk/cases/{receipt}/preview")
    ModelAndView preview(Page page, @PathVariable String receipt, @RequestParam Map<String, String> fields) {
        var decision = decision(fields.getOrDefault("decision", ""));
        var problems = Words.check(page, fields, "words", decision == Decision.DENIAL, LONGEST);
        if (!problems.isEmpty()) {
            return page(page, receipt, decision.proposal(), new Typed(fields, problems, List.of()));
        }
        var view = open(page, receipt, decision.proposal());
        var words = fields.getOrDefault("words", "");
        return page.view(
                "casework/preview",
                "view",
                view,
                "decision",
                decision,
                "version",
                version(fields).orElse(view.file().version()),
                "words",
                words,
                "letter",
                notices.preview(view.file(), decision, words, Locale.ENGLISH));
    }

    @PostMapping("/desk/cases/{receipt}/{act}")
    ModelAndView act(
            Page page,
            @PathVariable String receipt,
            @PathVariable String act,
            @RequestParam Map<String, String> fields) {
        var wanted = act(act);
        var seen = new CaseVersion(FilePages.number(receipt), version(fields).orElse(0L));
        var problems = wanted == CaseAct.APPROVE || wanted == CaseAct.DENY
                ? Words.ticked(page, fields)
                : Words.check(page, fields, "words", Words.needed(wanted), LONGEST);
        var day = wanted == CaseAct.REQUEST_EVIDENCE ? day(fields) : Optional.of(LocalDate.EPOCH);
        if (!problems.isEmpty() || day.isEmpty()) {
            return page(page, receipt, wanted, new Typed(fields, withDay(page, problems, day.isEmpty()), List.of()));
        }
        return answered(page, receipt, wanted, fields, done(page, wanted, seen, fields, day.get()));
    }

    private ActResult done(Page page, CaseAct act, CaseVersion seen, Map<String, String> fields, LocalDate day) {
        var officer = Desk.officer(page);
        var words = fields.getOrDefault("words", "").strip();
        return switch (act) {
            case REQUEST_EVIDENCE -> cases.requestEvidence(officer, seen, words, day);
            case PROPOSE_APPROVAL -> cases.proposeDecision(officer, seen, Decision.APPROVAL, words);
            case PROPOSE_DENIAL -> cases.proposeDecision(officer, seen, Decision.DENIAL, words);
            case APPROVE, DENY -> cases.confirmDecision(officer, seen);
            default -> cases.simply(officer, seen, act, words);
        };
    }

    private ModelAndView answered(
            Page page, String receipt, CaseAct act, Map<String, String> fields, ActResult result) {
        return switch (result) {
            case ActResult.Done done -> page.redirect(after(receipt, act));
            case ActResult.Stale(var meanwhile) -> stale(page, receipt, act, new Typed(fields, List.of(), meanwhile));
            case ActResult.WrongDay wrong ->
                page(page, receipt, act, new Typed(fields, withDay(page, List.of(), true), List.of()));
            case ActResult.NotYours gone -> page.redirect("/desk?gone");
        };
    }

    /** The same page again where the act is still open, else the file with the words beside what happened. */
    private ModelAndView stale(Page page, String receipt, CaseAct act, Typed typed) {
        var officer = Desk.officer(page);
        var number = FilePages.number(receipt);
        var open = cases.open(officer, number)
                .filter(view -> view.open().contains(act))
                .isPresent();
        return open ? page(page, receipt, act, typed) : files.show(page, officer, number, typed);
    }

    /** Back to the file, or to the desk when the act took the case out of the officer's hands. */
    private static String after(String receipt, CaseAct act) {
        return switch (act) {
            case PUT_BACK, SEND_BACK, APPROVE, DENY -> "/desk?done=" + act;
            default -> Desk.path(FilePages.number(receipt)) + "?done=" + act;
        };
    }

    private ModelAndView page(Page page, String receipt, CaseAct act, Typed typed) {
        var view = open(page, receipt, act);
        var proposal = view.proposal();
        var shown = page.view(
                "casework/act",
                "view",
                view,
                "applicant",
                cases.applicantOf(view.file()),
                "act",
                act,
                "owner",
                accounts.ownerMark(Desk.officer(page).account()),
                "typed",
                typed,
                "ceiling",
                cases.latestAnswerDay(),
                "letter",
                proposal == null
                        ? ""
                        : notices.preview(view.file(), proposal.decision(), proposal.reasons(), Locale.ENGLISH));
        shown.setStatus(typed.status());
        return shown;
    }

    private OfficerView open(Page page, String receipt, CaseAct act) {
        return cases.open(Desk.officer(page), FilePages.number(receipt))
                .filter(view -> view.open().contains(act))
                .orElseThrow(NotFound::new);
    }

    private List<Problem> withDay(Page page, List<Problem> problems, boolean wrong) {
        if (!wrong) {
            return problems;
        }
        var ceiling = page.day(cases.latestAnswerDay().latest());
        return java.util.stream.Stream.concat(
                        problems.stream(),
                        java.util.stream.Stream.of(new Problem("due", page.text("casework.due.wrong", ceiling))))
                .toList();
    }

    private static Optional<LocalDate> day(Map<String, String> fields) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(fields.getOrDefault("due.year", "").strip()),
                    Integer.parseInt(fields.getOrDefault("due.month", "").strip()),
                    Integer.parseInt(fields.getOrDefault("due.day", "").strip())));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> version(Map<String, String> fields) {
        try {
            return Optional.of(Long.parseLong(fields.getOrDefault("version", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static CaseAct act(String path) {
        return java.util.Arrays.stream(CaseAct.values())
                .filter(act -> act != CaseAct.NOTE && Words.path(act).equals(path))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Decision decision(String name) {
        return java.util.Arrays.stream(Decision.values())
                .filter(decision -> decision.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
