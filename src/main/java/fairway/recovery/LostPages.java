package fairway.recovery;

import fairway.identity.EmailAddress;
import fairway.recovery.Waiting.Wish;
import fairway.signin.Token;
import fairway.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For somebody who has nothing left but a mailbox: the wait, where it stands, and stopping it. */
@Controller
class LostPages {
    private static final String BEGIN = "/sign-in/forgot/lost";
    private static final String STATUS = "/sign-in/recovery/{token}";
    private static final String CANCEL = "/sign-in/recovery/cancel/{token}";

    private final Attempts attempts;
    private final Waiting waiting;
    private final Returning returning;
    private final RecoverySettings settings;

    LostPages(Attempts attempts, Waiting waiting, Returning returning, RecoverySettings settings) {
        this.attempts = attempts;
        this.waiting = waiting;
        this.returning = returning;
        this.settings = settings;
    }

    @GetMapping("/sign-in/lost")
    ModelAndView help(Page page) {
        return page.view("recovery/lost", "hours", settings.hold().toHours());
    }

    /** Why nothing can be begun; the ends of text keys. */
    enum Refusal {
        NONE,
        RUNNING,
        OFTEN
    }

    @GetMapping(BEGIN)
    ModelAndView ask(Page page, HttpServletRequest request) {
        return attempts.at(request)
                .map(attempt -> begin(page, waiting.tooOften(attempt) ? Refusal.OFTEN : Refusal.NONE))
                .orElseGet(() -> page.redirect(ForgotPages.HERE));
    }

    @PostMapping(BEGIN)
    ModelAndView begin(Page page, HttpServletRequest request, HttpServletResponse response) {
        var attempt = attempts.at(request).filter(found -> Ways.mayWait(found.shown()));
        if (attempt.isEmpty()) {
            return page.redirect(ForgotPages.HERE);
        }
        return switch (waiting.begin(attempt.get(), address(attempt.get()), page.language())) {
            case Wish.Waits(var view) -> {
                attempts.end(attempt.get().id());
                Carried.drop(response);
                yield page.redirect("/sign-in/recovery/" + view.value());
            }
            case Wish.Running() -> begin(page, Refusal.RUNNING);
            case Wish.TooOften() -> begin(page, Refusal.OFTEN);
        };
    }

    @GetMapping(STATUS)
    ModelAndView status(Page page, @PathVariable String token) {
        return shown(page, token, Token.read(token).flatMap(waiting::seenBy));
    }

    @PostMapping(STATUS)
    ModelAndView act(Page page, @PathVariable String token, @RequestParam(defaultValue = "") String act) {
        var hold = Token.read(token).flatMap(waiting::seenBy);
        hold.ifPresent(found -> {
            switch (act) {
                case "cancel" -> waiting.cancel(found.id(), "asker");
                case "send" -> waiting.sendAgain(found);
                default -> {}
            }
        });
        return hold.isPresent() ? page.redirect("/sign-in/recovery/" + token) : ForgotPages.dead(page);
    }

    @GetMapping(CANCEL)
    ModelAndView cancel(Page page, @PathVariable String token) {
        return Token.read(token)
                .flatMap(waiting::cancelledBy)
                .map(hold -> page.view(
                        "recovery/cancel",
                        "action",
                        "/sign-in/recovery/cancel/" + token,
                        "due",
                        hold.times().dueAt()))
                .orElseGet(() -> page.view("recovery/over"));
    }

    @PostMapping(CANCEL)
    ModelAndView cancelled(Page page, @PathVariable String token) {
        return Token.read(token)
                .filter(waiting::stop)
                .map(stopped -> page.view("recovery/cancelled"))
                .orElseGet(() -> page.view("recovery/over"));
    }

    private ModelAndView begin(Page page, Refusal refusal) {
        var hours = settings.hold().toHours();
        var days = settings.remembered().toDays();
        return page.view("recovery/begin", "action", BEGIN, "hours", hours, "days", days, "refusal", refusal);
    }

    private static ModelAndView shown(Page page, String token, Optional<Hold> hold) {
        return hold.map(found ->
                        page.view("recovery/status", "action", "/sign-in/recovery/" + token, "status", found.status()))
                .orElseGet(() -> ForgotPages.dead(page));
    }

    /** Where the link was sent, which its reader has shown to read. */
    private EmailAddress address(Attempt attempt) {
        var account = returning.account(attempt.account());
        return attempt.via() == Proof.LINK
                ? new EmailAddress(account.email())
                : returning.recoveryAddress(account.id());
    }
}
