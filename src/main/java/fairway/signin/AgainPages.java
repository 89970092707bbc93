package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Password and code once more, before an act that asks for a fresh proof, and then back to that act. */
@Controller
class AgainPages {
    private final SignIns signIns;
    private final Sessions sessions;
    private final ParkedPosts parked;
    private final Trace trace;

    AgainPages(SignIns signIns, Sessions sessions, ParkedPosts parked, Trace trace) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.parked = parked;
        this.trace = trace;
    }

    @GetMapping({"/sign-in/again", "/desk/sign-in/again"})
    ModelAndView show(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String to) {
        var visit = new Visit(request, response);
        return full(visit)
                .map(session -> {
                    ReturnPath.read(to).ifPresent(path -> sessions.returnTo(session.id(), path.value()));
                    return form(page, visit, List.of());
                })
                .orElseGet(() -> page.redirect(visit.path("/sign-in")));
    }

    @PostMapping({"/sign-in/again", "/desk/sign-in/again"})
    ModelAndView password(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String password) {
        var visit = new Visit(request, response);
        var session = full(visit);
        if (session.isEmpty()) {
            return page.redirect(visit.path("/sign-in"));
        }
        return switch (signIns.passwordAgain(visit, session.get(), password)) {
            case Passwords.Check.Right ignored -> {
                var proofs = session.get().proofs();
                signIns.entry()
                        .proven(
                                visit,
                                session.get(),
                                new Session.Proofs(trace.now(), proofs.codeAt(), proofs.codeBy()));
                yield send(page, visit, session.get(), null);
            }
            case Passwords.Check.Wrong() -> form(page, visit, Words.problem(page, "password", "signin.again.wrong"));
            case Passwords.Check.NotNow(var because) -> form(page, visit, Words.because(page, "password", because));
        };
    }

    @GetMapping({"/sign-in/again/code", "/desk/sign-in/again/code"})
    ModelAndView code(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String with) {
        var visit = new Visit(request, response);
        return full(visit)
                .map(session -> asked(page, visit, way(session, with), List.of()))
                .orElseGet(() -> page.redirect(visit.path("/sign-in")));
    }

    @PostMapping({"/sign-in/again/code/send", "/desk/sign-in/again/code/send"})
    ModelAndView sendAgain(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String with) {
        var visit = new Visit(request, response);
        return full(visit)
                .map(session -> send(page, visit, session, with))
                .orElseGet(() -> page.redirect(visit.path("/sign-in")));
    }

    @PostMapping({"/sign-in/again/code", "/desk/sign-in/again/code"})
    ModelAndView check(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String with) {
        var visit = new Visit(request, response);
        var session = full(visit);
        if (session.isEmpty()) {
            return page.redirect(visit.path("/sign-in"));
        }
        var way = way(session.get(), with);
        var account = signIns.account(session.get().account());
        var check = signIns.codes().check(session.get(), account, way.id(), Challenges.Purpose.STEP_UP, code);
        if (check instanceof Codes.Check.Right) {
            var proofs = session.get().proofs();
            signIns.entry()
                    .proven(
                            visit,
                            session.get(),
                            new Session.Proofs(
                                    proofs.passwordAt(), trace.now(), way.way().name()));
            return page.redirect(back(visit, session.get()));
        }
        return asked(page, visit, way, Words.wrong(page, "code", check));
    }

    @GetMapping({"/sign-in/again/ways", "/desk/sign-in/again/ways"})
    ModelAndView ways(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return full(visit)
                .map(session -> page.view(
                        "signin/ways",
                        "form",
                        new CodePages.Ways(
                                visit.path("/sign-in/again/code/send"),
                                "",
                                signIns.ways(signIns.account(session.account())),
                                false)))
                .orElseGet(() -> page.redirect(visit.path("/sign-in")));
    }

    private ModelAndView send(Page page, Visit visit, Session session, @Nullable String with) {
        var way = way(session, with);
        var account = signIns.account(session.account());
        var sending = signIns.codes().send(session, account, way.id(), Challenges.Purpose.STEP_UP, page.language());
        return switch (sending) {
            case Codes.Sending.Sent() -> page.redirect(visit.path("/sign-in/again/code?with=" + way.id()));
            case Codes.Sending.NotNow(var because) -> asked(page, visit, way, Words.because(page, "code", because));
        };
    }

    private Authenticator way(Session session, @Nullable String with) {
        return signIns.way(signIns.account(session.account()), with);
    }

    private String back(Visit visit, Session session) {
        if (parked.find(visit.request(), session.account()).isPresent()) {
            return visit.path("/sign-in/kept");
        }
        return session.returnTo() == null ? visit.home() : session.returnTo();
    }

    private static Optional<Session> full(Visit visit) {
        return visit.session(Session.Level.FULL);
    }

    private static ModelAndView form(Page page, Visit visit, List<Problem> problems) {
        return page.view("signin/again", "action", visit.path("/sign-in/again"), "problems", problems);
    }

    private static ModelAndView asked(Page page, Visit visit, Authenticator way, List<Problem> problems) {
        return page.view(
                "signin/code",
                "asked",
                new CodePages.Asked(
                        visit.path("/sign-in/again/code"),
                        visit.path("/sign-in/again/ways"),
                        0,
                        way,
                        null,
                        null,
                        problems));
    }
}
