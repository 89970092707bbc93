package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The backup code instead of a one-time code, and the new one, shown until its owner says that it is kept. */
@Controller
class BackupCodePages {
    private final SignIns signIns;
    private final BackupCodes backupCodes;
    private final Trace trace;

    BackupCodePages(SignIns signIns, BackupCodes backupCodes, Trace trace) {
        this.signIns = signIns;
        this.backupCodes = backupCodes;
        this.trace = trace;
    }

    @GetMapping({"/sign-in/backup", "/desk/sign-in/backup"})
    ModelAndView ask(Page page, HttpServletRequest request, HttpServletResponse response) {
        return CodePages.Owed.page(page, request, response, owed -> form(page, owed, List.of()));
    }

    @PostMapping({"/sign-in/backup", "/desk/sign-in/backup"})
    ModelAndView use(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        return CodePages.Owed.page(page, request, response, owed -> use(page, owed, code));
    }

    private ModelAndView use(Page page, CodePages.Owed owed, String code) {
        var session = owed.session();
        var account = signIns.account(session.account());
        var check = backupCodes.use(account, session.id(), code);
        var became = check.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        trace.trail().of(session, "signin.backup-code." + became, Map.of());
        if (check instanceof Codes.Check.Right) {
            trace.mails()
                    .news(
                            account.id(),
                            SecurityNews.What.BACKUP_USED,
                            trace.now().toEpochMilli());
            signIns.entry().afterCode(owed.visit(), session, account, "BACKUP");
            return page.redirect(owed.path("/renewed"));
        }
        return form(page, owed, Words.wrong(page, "code", check));
    }

    @GetMapping({"/sign-in/renewed", "/desk/sign-in/renewed"})
    ModelAndView show(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return visit.session()
                .flatMap(session -> backupCodes.shown(signIns.account(session.account()), session.id()))
                .map(code -> Keep.view(page, visit.path("/sign-in/renewed"), code, 0, List.of()))
                .orElseGet(() -> page.redirect(visit.path("/sign-in/next")));
    }

    @GetMapping({"/sign-in/renewed/backup-code.txt", "/desk/sign-in/renewed/backup-code.txt"})
    ResponseEntity<String> file(Page page, HttpServletRequest request, HttpServletResponse response) {
        return new Visit(request, response)
                .session()
                .flatMap(session -> backupCodes.shown(signIns.account(session.account()), session.id()))
                .map(code -> Keep.file(page, code))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping({"/sign-in/renewed", "/desk/sign-in/renewed"})
    ModelAndView kept(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String kept) {
        var visit = new Visit(request, response);
        var session = visit.session();
        var code = session.flatMap(found -> backupCodes.shown(signIns.account(found.account()), found.id()));
        if (session.isEmpty() || code.isEmpty()) {
            return page.redirect(visit.path("/sign-in/next"));
        }
        if (!kept.equals("yes")) {
            return Keep.view(
                    page,
                    visit.path("/sign-in/renewed"),
                    code.get(),
                    0,
                    Words.problem(page, "kept", "signin.keep.missing"));
        }
        backupCodes.kept(session.get().account());
        var wanted = session.get().returnTo();
        return page.redirect(wanted == null ? visit.path("/sign-in/next") : wanted);
    }

    private static ModelAndView form(Page page, CodePages.Owed owed, List<Problem> problems) {
        return page.view(
                "signin/backup", "action", owed.path("/backup"), "ways", owed.path("/ways"), "problems", problems);
    }
}
