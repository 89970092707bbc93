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
import java.util.UUID;
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
    private static final String CONTEXT = "signin.cookie/sign-up/2";
    private static final UUID NO_REQUEST = new UUID(0, 0);

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
        var before = remembered(request);
        before.filter(asked -> !asked.email().equals(read.get())).ifPresent(asked -> signUps.withdraw(asked.id()));
        var sent = send(page, response, new Asked(known(before, read.get()), read.get()));
        return page.redirect(sent instanceof Decision.Permitted ? "/sign-up/sent" : "/sign-up/sent?soon");
    }

    @GetMapping("/sign-up/sent")
    ModelAndView sent(Page page, HttpServletRequest request, @RequestParam(required = false) @Nullable String soon) {
        var notice = soon == null ? null : page.text("signin.sent.soon");
        return remembered(request)
                .map(asked -> waiting(page, asked, notice))
                .orElseGet(() -> page.redirect("/sign-up"));
    }

    /** "Didn't receive confirmation instructions?" */
    @PostMapping("/sign-up/sent")
    ModelAndView again(Page page, HttpServletRequest request, HttpServletResponse response) {
        return remembered(request)
                .map(asked -> {
                    var notice = switch (send(page, response, asked)) {
                        case Decision.Permitted() -> page.text("signin.sent.again");
                        case Decision.Wait(var until) ->
                            page.text("signin.sent.wait", page.instant(until.plusSeconds(59)));
                        case Decision.Disabled() -> page.text("signin.disabled");
                    };
                    return waiting(page, asked, notice);
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

    /** What this browser asked for last; the request tells where its message is. */
    private record Asked(UUID id, EmailAddress email) {}

    private static UUID known(Optional<Asked> before, EmailAddress email) {
        return before.filter(asked -> asked.email().equals(email))
                .map(Asked::id)
                .orElse(NO_REQUEST);
    }

    private Decision send(Page page, HttpServletResponse response, Asked asked) {
        var decision = limits.take(Rate.CONFIRMATION_MAILS, asked.email().value());
        var request = decision.permitted() ? signUps.ask(asked.email(), page.language()) : asked.id();
        Cookies.SIGN_UP.set(response, sealed(new Asked(request, asked.email())));
        return decision;
    }

    private ModelAndView waiting(Page page, Asked asked, @Nullable String notice) {
        var state = signUps.mail(asked.id())
                .map(found -> switch (found) {
                    case CREATED, SENDING -> "waiting";
                    case FAILED_TEMPORARY -> "later";
                    case SENT -> "sent";
                    case FAILED_PERMANENT, SUPPRESSED -> "failed";
                })
                .orElse("unknown");
        return page.view("signin/sent", "email", asked.email().value(), "notice", notice, "state", state);
    }

    private String sealed(Asked asked) {
        var text = asked.id() + " " + asked.email().value();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(vault.sealGlobal(text.getBytes(StandardCharsets.UTF_8), CONTEXT));
    }

    private Optional<Asked> remembered(HttpServletRequest request) {
        return Cookies.SIGN_UP.read(request).flatMap(this::opened);
    }

    private Optional<Asked> opened(String cookie) {
        try {
            var plain = vault.openGlobal(Base64.getUrlDecoder().decode(cookie), CONTEXT);
            var parts = new String(plain, StandardCharsets.UTF_8).split(" ", 2);
            return Optional.of(new Asked(UUID.fromString(parts[0]), new EmailAddress(parts[1])));
        } catch (IllegalArgumentException | fairway.vault.SealBroken e) {
            return Optional.empty();
        }
    }

    private static ModelAndView form(Page page, String email, List<Problem> problems) {
        return page.view("signin/start", "email", email, "problems", problems);
    }
}
