package fairway.recovery;

import fairway.recovery.Waiting.Sources;
import fairway.signin.Secrets.NewPassword;
import fairway.signin.Signin;
import fairway.signin.Token;
import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The new password: after enough proofs, or at the end of a wait. */
@Controller
class FreshPages {
    static final String HERE = "/sign-in/forgot/password";
    private static final String DONE = "/sign-in/forgot/done";
    private static final String FINISH = "/sign-in/recovery/finish";

    private final Attempts attempts;
    private final Waiting waiting;
    private final Returning returning;
    private final Signin signin;
    private final Sources sources;

    FreshPages(Attempts attempts, Waiting waiting, Returning returning, Signin signin, Sources sources) {
        this.attempts = attempts;
        this.waiting = waiting;
        this.returning = returning;
        this.signin = signin;
        this.sources = sources;
    }

    @GetMapping(HERE)
    ModelAndView show(Page page, HttpServletRequest request) {
        return open(request).isPresent() ? form(page, HERE, List.of()) : page.redirect(ProvingPages.HERE);
    }

    @PostMapping(HERE)
    ModelAndView choose(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "password", defaultValue = "") String fresh,
            @RequestParam(name = "again_password", defaultValue = "") String again) {
        var attempt = open(request);
        if (attempt.isEmpty()) {
            return page.redirect(ProvingPages.HERE);
        }
        var problems = unmet(page, attempt.get().account(), fresh, again);
        if (!problems.isEmpty()) {
            return form(page, HERE, problems);
        }
        var frozen = returning.outcome(attempt.get()) instanceof Ways.Outcome.OpenThenFrozen;
        if (!returning.reset(attempt.get(), fresh)) {
            return ForgotPages.dead(page);
        }
        Carried.drop(response);
        return page.redirect(DONE + (frozen ? "?rests" : ""));
    }

    /** The same for everybody; it knows nobody. */
    @GetMapping(DONE)
    ModelAndView done(Page page, @RequestParam(required = false) @org.jspecify.annotations.Nullable String rests) {
        return page.view(
                "recovery/done",
                "rests",
                rests != null,
                "hours",
                sources.settings().frozenFor().toHours());
    }

    /** Takes the link out of the address at once. */
    @GetMapping(FINISH + "/{token}")
    ModelAndView opened(Page page, HttpServletResponse response, @PathVariable String token) {
        var finish = Token.read(token).filter(link -> waiting.finishedBy(link).isPresent());
        finish.ifPresent(found -> Carried.carry(response, found));
        return finish.isPresent() ? page.redirect(FINISH) : ForgotPages.dead(page);
    }

    @GetMapping(FINISH)
    ModelAndView finish(Page page, HttpServletRequest request) {
        return held(request).isPresent() ? form(page, FINISH, List.of()) : page.redirect(ForgotPages.HERE);
    }

    @PostMapping(FINISH)
    ModelAndView finished(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "password", defaultValue = "") String fresh,
            @RequestParam(name = "again_password", defaultValue = "") String again) {
        var hold = held(request);
        if (hold.isEmpty()) {
            return page.redirect(ForgotPages.HERE);
        }
        var problems = unmet(page, hold.get().account(), fresh, again);
        if (!problems.isEmpty()) {
            return form(page, FINISH, problems);
        }
        if (!returning.finish(request, response, hold.get(), fresh)) {
            return ForgotPages.dead(page);
        }
        Carried.drop(response);
        return page.redirect("/sign-up/next");
    }

    private Optional<Attempt> open(HttpServletRequest request) {
        return attempts.at(request).filter(returning::open);
    }

    private Optional<Hold> held(HttpServletRequest request) {
        return Carried.by(request).flatMap(waiting::finishedBy);
    }

    private List<Problem> unmet(Page page, UUID account, String fresh, String again) {
        returning.account(account);
        return signin.gettingBack().unmet(page, account, new NewPassword("", fresh, again));
    }

    private ModelAndView form(Page page, String action, List<Problem> problems) {
        var demands = signin.gettingBack().profile().demands();
        return page.view("recovery/password", "action", action, "demands", demands, "problems", problems);
    }
}
