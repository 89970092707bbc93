package fairway.signin;

import fairway.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The new backup code after the old one was used, shown until its owner says that it is kept. */
@Controller
class RenewedPages {
    private final SignIns signIns;
    private final BackupCodes backupCodes;

    RenewedPages(SignIns signIns, BackupCodes backupCodes) {
        this.signIns = signIns;
        this.backupCodes = backupCodes;
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
}
