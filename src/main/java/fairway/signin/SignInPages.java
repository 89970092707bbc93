package fairway.signin;

import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Rate;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Address and password, for people and for the agency's desk; signing out; how long there is left. */
@Controller
class SignInPages {
    private final SignIns signIns;
    private final Sessions sessions;
    private final Limits limits;
    private final Trace trace;

    SignInPages(SignIns signIns, Sessions sessions, Limits limits, Trace trace) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.limits = limits;
        this.trace = trace;
    }

    /** What the page shows again when something was wrong; never the password. */
    record Form(String action, boolean staff, String email, String to, List<Problem> problems) {}

    @GetMapping({"/sign-in", "/desk/sign-in"})
    ModelAndView show(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String kept) {
        var visit = new Visit(request, response);
        if (visit.session(Session.Level.FULL).isPresent()) {
            return page.redirect(visit.home());
        }
        return form(page, visit, "", to, List.of(), kept == null ? null : "signin.kept.waiting");
    }

    @PostMapping({"/sign-in", "/desk/sign-in"})
    ModelAndView signIn(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password) {
        var visit = new Visit(request, response);
        var to = request.getParameter("to");
        notTooOften(visit);
        if (email.isBlank()) {
            return form(page, visit, email, to, Words.problem(page, "email", "signin.email.missing"), null);
        }
        if (password.isEmpty()) {
            return form(page, visit, email, to, Words.problem(page, "password", "signin.password.missing"), null);
        }
        var wanted =
                ReturnPath.read(to).filter(path -> path.desk() == visit.staff()).map(ReturnPath::value);
        var typed = new SignIns.Typed(email, password, wanted.orElse(null));
        var answer = signIns.password(visit, typed, page.language());
        return switch (answer.check()) {
            case PasswordGate.Check.Right ignored -> page.redirect(answer.next());
            case PasswordGate.Check.Wrong() ->
                form(page, visit, email, to, Words.problem(page, "password", "signin.password.wrong"), null);
            case PasswordGate.Check.NotNow(var because) ->
                form(page, visit, email, to, Words.because(page, "password", because), null);
        };
    }

    @PostMapping({"/sign-out", "/desk/sign-out"})
    ModelAndView signOut(Page page, HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        signIns.entry().leave(visit);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return page.redirect(visit.path("/sign-in/out"));
    }

    @GetMapping({"/sign-in/out", "/desk/sign-in/out"})
    ModelAndView out(Page page, HttpServletRequest request, HttpServletResponse response) {
        return page.view("signin/out", "signIn", new Visit(request, response).path("/sign-in"));
    }

    /** For the warning before time runs out; asking does not count as use. */
    @GetMapping({"/sign-in/time", "/desk/sign-in/time"})
    ResponseEntity<Left> time(HttpServletRequest request, HttpServletResponse response) {
        var visit = new Visit(request, response);
        return ResponseEntity.ok(Cookies.of(visit.staff())
                .token(request)
                .flatMap(token -> sessions.endsAt(token, visit.staff()))
                .map(ends -> new Left(seconds(ends.idle()), seconds(ends.latest())))
                .orElse(new Left(0, 0)));
    }

    /** Seconds until the session ends if nobody does anything, and whatever anybody does. */
    record Left(long seconds, long most) {}

    private long seconds(Instant until) {
        return Duration.between(trace.now(), until).toSeconds();
    }

    /** "Stay signed in": only because somebody pressed it. */
    @PostMapping({"/sign-in/stay", "/desk/sign-in/stay"})
    ResponseEntity<Void> stay(HttpServletRequest request, HttpServletResponse response) {
        var session = new Visit(request, response).session(Session.Level.FULL);
        session.ifPresent(found -> sessions.touch(found.id()));
        return ResponseEntity.status(session.isPresent() ? 204 : 401).build();
    }

    private void notTooOften(Visit visit) {
        var place = visit.place();
        if (limits.take(Rate.SIGN_INS_FROM_ONE_PLACE, place.household()) instanceof Decision.Wait(var until)) {
            throw new TooMany(Duration.between(trace.now(), until));
        }
        if (limits.take(Rate.SIGN_INS_FROM_ONE_NETWORK, place.network()) instanceof Decision.Wait(var until)) {
            throw new TooMany(Duration.between(trace.now(), until));
        }
    }

    private static ModelAndView form(
            Page page,
            Visit visit,
            String email,
            @Nullable String to,
            List<Problem> problems,
            @Nullable String notice) {
        var form = new Form(visit.path("/sign-in"), visit.staff(), email, to == null ? "" : to, problems);
        return page.view("signin/password", "form", form, "notice", notice);
    }
}
