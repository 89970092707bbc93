package fairway.signin;

import fairway.identity.Account;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The second proof at sign-in: a one-time code by one of the person's own ways, or the backup code. */
@Controller
class CodePages {
    private final SignIns signIns;
    private final BackupCodes backupCodes;
    private final ParkedPosts parked;
    private final Trace trace;

    CodePages(SignIns signIns, BackupCodes backupCodes, ParkedPosts parked, Trace trace) {
        this.signIns = signIns;
        this.backupCodes = backupCodes;
        this.parked = parked;
        this.trace = trace;
    }

    /** A page that asks for a code, wherever it is asked for. */
    record Asked(
            String action,
            @Nullable String otherWay,
            int step,
            Authenticator to,
            @Nullable Key key,
            @Nullable String notice,
            List<Problem> problems) {}

    /** What an authenticator app needs to know. */
    record Key(Totp.Picture picture, String typed, String uri) {}

    record Ways(String action, String backup, List<Authenticator> ways, boolean backupOffered) {}

    @GetMapping({"/sign-in/code", "/desk/sign-in/code"})
    ModelAndView show(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String with,
            @RequestParam(required = false) @Nullable String late) {
        var visit = new Visit(request, response);
        return half(visit)
                .map(session -> {
                    var way = signIns.way(signIns.account(session.account()), with);
                    return asked(page, visit, way, late == null ? null : "signin.code.late", List.of());
                })
                .orElseGet(() -> elsewhere(page, visit));
    }

    @PostMapping({"/sign-in/code/send", "/desk/sign-in/code/send"})
    ModelAndView send(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String with) {
        var visit = new Visit(request, response);
        return half(visit)
                .map(session -> {
                    var account = signIns.account(session.account());
                    return sent(page, visit, session, account, signIns.way(account, with));
                })
                .orElseGet(() -> elsewhere(page, visit));
    }

    @PostMapping({"/sign-in/code", "/desk/sign-in/code"})
    ModelAndView check(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String with) {
        var visit = new Visit(request, response);
        var session = half(visit);
        if (session.isEmpty()) {
            return elsewhere(page, visit);
        }
        var account = signIns.account(session.get().account());
        var way = signIns.way(account, with);
        if (code.isBlank()) {
            return asked(page, visit, way, null, Words.problem(page, "code", "signin.code.missing"));
        }
        var check = signIns.codes().check(session.get(), account, way.id(), Challenges.Purpose.SIGN_IN, code);
        if (check instanceof Codes.Check.Right) {
            signIns.entry().afterCode(visit, session.get(), account, way.way().name());
            return page.redirect(next(visit, session.get()));
        }
        return asked(page, visit, way, null, Words.wrong(page, "code", check));
    }

    @GetMapping({"/sign-in/ways", "/desk/sign-in/ways"})
    ModelAndView ways(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return half(visit)
                .map(session -> page.view(
                        "signin/ways",
                        "form",
                        new Ways(
                                visit.path("/sign-in/code/send"),
                                visit.path("/sign-in/backup"),
                                signIns.ways(signIns.account(session.account())),
                                true)))
                .orElseGet(() -> elsewhere(page, visit));
    }

    @GetMapping({"/sign-in/backup", "/desk/sign-in/backup"})
    ModelAndView backup(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return half(visit).map(session -> backupForm(page, visit, List.of())).orElseGet(() -> elsewhere(page, visit));
    }

    @PostMapping({"/sign-in/backup", "/desk/sign-in/backup"})
    ModelAndView useBackup(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code) {
        var visit = new Visit(request, response);
        var session = half(visit);
        if (session.isEmpty()) {
            return elsewhere(page, visit);
        }
        var account = signIns.account(session.get().account());
        var check = backupCodes.use(account, session.get().id(), code);
        trace.trail()
                .of(
                        session.get(),
                        "signin.backup-code." + check.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT),
                        Map.of());
        if (check instanceof Codes.Check.Right) {
            trace.mails().backupUsed(account);
            signIns.entry().afterCode(visit, session.get(), account, "BACKUP");
            return page.redirect(visit.staff() ? "/desk/sign-in/renewed" : "/sign-in/renewed");
        }
        return backupForm(page, visit, Words.wrong(page, "code", check));
    }

    private ModelAndView sent(Page page, Visit visit, Session session, Account account, Authenticator way) {
        var sending = signIns.codes().send(session, account, way.id(), Challenges.Purpose.SIGN_IN, page.language());
        return switch (sending) {
            case Codes.Sending.Sent() -> page.redirect(visit.path("/sign-in/code?with=" + way.id()));
            case Codes.Sending.NotNow(var because) ->
                asked(page, visit, way, null, Words.because(page, "code", because));
        };
    }

    private static Optional<Session> half(Visit visit) {
        return visit.session(Session.Level.HALF);
    }

    /** Where somebody belongs who does not owe a code. */
    private static ModelAndView elsewhere(Page page, Visit visit) {
        return page.redirect(visit.session()
                .map(session -> session.full() ? visit.home() : "/sign-up/next")
                .orElse(visit.path("/sign-in")));
    }

    private String next(Visit visit, Session session) {
        if (parked.find(visit.request(), session.account()).isPresent()) {
            return visit.path("/sign-in/kept");
        }
        return session.returnTo() == null ? visit.path("/sign-in/next") : session.returnTo();
    }

    /** After the last proof, when nothing else was wanted. */
    @GetMapping({"/sign-in/next", "/desk/sign-in/next"})
    ModelAndView goOn(Page page, HttpServletRequest request, HttpServletResponse response) {
        return elsewhere(page, new Visit(request, response));
    }

    private static ModelAndView asked(
            Page page, Visit visit, Authenticator way, @Nullable String notice, List<Problem> problems) {
        var asked = new Asked(visit.path("/sign-in/code"), visit.path("/sign-in/ways"), 0, way, null, notice, problems);
        return page.view("signin/code", "asked", asked);
    }

    private static ModelAndView backupForm(Page page, Visit visit, List<Problem> problems) {
        return page.view(
                "signin/backup",
                "action",
                visit.path("/sign-in/backup"),
                "ways",
                visit.path("/sign-in/ways"),
                "problems",
                problems);
    }
}
