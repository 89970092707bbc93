package fairway.settings;

import fairway.ui.ChangesAccess;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new backup code, shown until it is kept; and once a year the question whether the old one is still there. */
@Controller
class BackupPages {
    private static final String HERE = "/account/security/backup";

    private final Owner owner;
    private final BackupChecks checks;

    BackupPages(Owner owner, BackupChecks checks) {
        this.owner = owner;
        this.checks = checks;
    }

    @GetMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView show(Page page) {
        return view(page, List.of());
    }

    @PostMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView make(Page page) {
        owner.signin().secrets().newBackupCode(page);
        return page.redirect(HERE);
    }

    @GetMapping(HERE + "/backup-code.txt")
    @StepUp
    @ChangesAccess
    ResponseEntity<String> file(Page page) {
        return owner.signin()
                .secrets()
                .shownBackupCode(page)
                .map(code -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("fairway-backup-code.txt")
                                        .build()
                                        .toString())
                        .body(page.text("signin.keep.file", page.agency(), code)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(HERE + "/kept")
    @StepUp
    ModelAndView kept(Page page, @RequestParam(defaultValue = "") String kept) {
        if (kept.isEmpty()) {
            return view(page, List.of(new Problem("kept", page.text("signin.keep.missing"))));
        }
        owner.signin().secrets().keptBackupCode(page);
        return page.redirect(Done.at("backup"));
    }

    @PostMapping(HERE + "/still")
    ModelAndView stillThere(Page page) {
        checks.stillThere(owner.id(page));
        return page.redirect(Done.at("backup-there"));
    }

    private ModelAndView view(Page page, List<Problem> problems) {
        var secrets = owner.signin().secrets();
        var standing = secrets.standing(owner.id(page));
        return page.view(
                "settings/backup",
                "code",
                secrets.shownBackupCode(page).orElse(null),
                "madeAt",
                standing.backupAt(),
                "lostAt",
                standing.backupLostAt(),
                "problems",
                problems);
    }
}
