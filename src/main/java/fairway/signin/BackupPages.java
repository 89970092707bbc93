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

/** Step 7: the backup code, shown until its owner says that it is kept. */
@Controller
class BackupPages {
    private final Setup setup;
    private final BackupCodes backupCodes;
    private final Credentials credentials;
    private final Steps steps;

    BackupPages(Setup setup, BackupCodes backupCodes, Credentials credentials, Steps steps) {
        this.setup = setup;
        this.backupCodes = backupCodes;
        this.credentials = credentials;
        this.steps = steps;
    }

    @GetMapping("/sign-up/backup")
    ModelAndView show(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return setup.at(visit, Stage.BACKUP)
                .map(at -> view(page, at, List.of()))
                .orElseGet(() -> setup.elsewhere(page, visit));
    }

    @GetMapping("/sign-up/backup/backup-code.txt")
    ResponseEntity<String> file(Page page, HttpServletRequest request, HttpServletResponse response) {
        return setup.at(new Visit(request, response), Stage.BACKUP)
                .map(at -> Keep.file(page, code(at)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/sign-up/backup")
    ModelAndView kept(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String kept) {
        var visit = new Visit(request, response);
        var at = setup.at(visit, Stage.BACKUP);
        if (at.isPresent() && !kept.equals("yes")) {
            return view(page, at.get(), Words.problem(page, "kept", "signin.keep.missing"));
        }
        at.filter(here -> credentials.advance(here.account().id(), Stage.BACKUP))
                .ifPresent(here -> backupCodes.kept(here.account().id()));
        return at.isPresent() ? setup.onward(page, visit) : setup.elsewhere(page, visit);
    }

    private ModelAndView view(Page page, Setup.At at, List<fairway.ui.Problem> problems) {
        return Keep.view(page, "/sign-up/backup", code(at), steps.number(Stage.BACKUP), problems);
    }

    private String code(Setup.At at) {
        return backupCodes.toShow(at.account(), at.session().id());
    }
}
