package fairway.signin;

import fairway.identity.EmailAddress;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Rate;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.TooMany;
import fairway.vault.Vault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Steps 1 and 2 of an account: the e-mail address, and the link that proves it. */
@Controller
class SignUpPages {
    private static final String CONTEXT = "signin.cookie/sign-up";

    private final SignUps signUps;
    private final Limits limits;
    private final Vault vault;
    private final Entry entry;
    private final Trace trace;

    SignUpPages(SignUps signUps, Limits limits, Vault vault, Entry entry, Trace trace) {
        this.signUps = signUps;
        this.limits = limits;
        this.vault = vault;
        this.entry = entry;
        this.trace = trace;
    }

    @GetMapping("/sign-up")
    ModelAndView start(Page page, HttpServletRequest request, HttpServletResponse response) {
        var session = new Visit(request, response).session();
        if (session.isPresent() && session.get().level() != Session.Level.HALF) {
            return page.redirect("/sign-up/next");
        }
        return form(page, "", List.of());
    }

    @PostMapping("/sign-up")
    ModelAndView ask(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String email) {
        var read = EmailAddress.read(email);
        if (read.isEmpty()) {
            var key = email.isBlank() ? "signin.email.missing" : "signin.email.unreadable";
            return form(page, email, Words.problem(page, "email", key));
        }
        var visit = new Visit(request, response);
        if (limits.take(Rate.SIGN_UPS_FROM_ONE_PLACE, visit.place().household()) instanceof Decision.Wait(var until)) {
            throw new TooMany(Duration.between(trace.now(), until));
        }
        var sent = send(page, read.get());
        Cookies.SIGN_UP.set(response, sealed(read.get()));
        return page.redirect(sent instanceof Decision.Permitted ? "/sign-up/sent" : "/sign-up/sent?soon");
    }

    @GetMapping("/sign-up/sent")
    ModelAndView sent(Page page, HttpServletRequest request, @RequestParam(required = false) @Nullable String soon) {
        return remembered(request)
                .map(email -> page.view(
                        "signin/sent", "email", email.value(), "notice", soon == null ? null : "signin.sent.soon"))
                .orElseGet(() -> page.redirect("/sign-up"));
    }

    /** "Didn't receive confirmation instructions?" */
    @PostMapping("/sign-up/sent")
    ModelAndView again(Page page, HttpServletRequest request) {
        return remembered(request)
                .map(email -> {
                    var notice = switch (send(page, email)) {
                        case Decision.Permitted() -> page.text("signin.sent.again");
                        case Decision.Wait(var until) ->
                            page.text("signin.sent.wait", page.instant(until.plusSeconds(59)));
                        case Decision.Disabled() -> page.text("signin.disabled");
                    };
                    return page.view("signin/sent", "email", email.value(), "notice", notice);
                })
                .orElseGet(() -> page.redirect("/sign-up"));
    }

    /** Only looks: mail scanners open links too. */
    @GetMapping("/sign-up/confirm/{token}")
    ModelAndView look(Page page, @PathVariable String token) {
        return Token.read(token)
                .filter(signUps::open)
                .map(open -> page.view("signin/confirm", "action", "/sign-up/confirm/" + open.value()))
                .orElseGet(() -> page.view("signin/expired"));
    }

    @PostMapping("/sign-up/confirm/{token}")
    ModelAndView confirm(
            Page page, HttpServletRequest request, HttpServletResponse response, @PathVariable String token) {
        var account = Token.read(token).flatMap(signUps::confirm);
        if (account.isEmpty()) {
            return page.view("signin/expired");
        }
        Cookies.SIGN_UP.clear(response);
        entry.afterLink(new Visit(request, response), account.get());
        return page.redirect("/sign-up/next");
    }

    private Decision send(Page page, EmailAddress email) {
        var decision = limits.take(Rate.CONFIRMATION_MAILS, email.value());
        if (decision instanceof Decision.Permitted) {
            signUps.ask(email, page.language());
        }
        return decision;
    }

    private String sealed(EmailAddress email) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.sealGlobal(email.value().getBytes(StandardCharsets.UTF_8), CONTEXT));
    }

    private Optional<EmailAddress> remembered(HttpServletRequest request) {
        return Cookies.SIGN_UP.read(request).flatMap(this::opened);
    }

    private Optional<EmailAddress> opened(String cookie) {
        try {
            var sealed = Base64.getUrlDecoder().decode(cookie);
            return Optional.of(new EmailAddress(new String(vault.openGlobal(sealed, CONTEXT), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | fairway.vault.SealBroken e) {
            return Optional.empty();
        }
    }

    private static ModelAndView form(Page page, String email, List<Problem> problems) {
        return page.view("signin/start", "email", email, "problems", problems);
    }
}
