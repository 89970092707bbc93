package fairway.recovery;

import fairway.identity.EmailAddress;
import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Place;
import fairway.limits.Rate;
import fairway.recovery.Waiting.Sources;
import fairway.signin.Token;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Asking by an address for a new password or the user name, and the link that answers. The same for every address. */
@Controller
class ForgotPages {
    static final String HERE = "/sign-in/forgot";
    private static final String NAME = "/sign-in/forgot-name";
    private static final String LINK = HERE + "/link";

    private final Asking asking;
    private final Attempts attempts;
    private final Limits limits;
    private final Sources sources;

    ForgotPages(Asking asking, Attempts attempts, Limits limits, Sources sources) {
        this.asking = asking;
        this.attempts = attempts;
        this.limits = limits;
        this.sources = sources;
    }

    /** {@code what} is the middle of text keys: password or name. */
    record Form(String what, String action, String email, List<Problem> problems) {}

    @GetMapping(HERE)
    ModelAndView password(Page page) {
        return form(page, new Form("password", HERE, "", List.of()));
    }

    @PostMapping(HERE)
    ModelAndView askPassword(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String email) {
        notTooOften(request);
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            return form(page, new Form("password", HERE, email, unreadable(page)));
        }
        asking.password(address.get(), page.language());
        return page.redirect(HERE + "/sent");
    }

    @GetMapping(HERE + "/sent")
    ModelAndView passwordSent(Page page) {
        return page.view("recovery/sent", "what", "password", "again", HERE);
    }

    @GetMapping(NAME)
    ModelAndView name(Page page) {
        return form(page, new Form("name", NAME, "", List.of()));
    }

    @PostMapping(NAME)
    ModelAndView askName(Page page, HttpServletRequest request, @RequestParam(defaultValue = "") String email) {
        notTooOften(request);
        var address = EmailAddress.read(email);
        if (address.isEmpty()) {
            return form(page, new Form("name", NAME, email, unreadable(page)));
        }
        asking.name(address.get(), page.language());
        return page.redirect(NAME + "/sent");
    }

    @GetMapping(NAME + "/sent")
    ModelAndView nameSent(Page page) {
        return page.view("recovery/sent", "what", "name", "again", NAME);
    }

    /** Takes the link out of the address at once; opening it uses nothing up. */
    @GetMapping(LINK + "/{token}")
    ModelAndView opened(Page page, HttpServletResponse response, @PathVariable String token) {
        var link = Token.read(token).filter(attempts::waits);
        link.ifPresent(found -> Carried.carry(response, found));
        return link.isPresent() ? page.redirect(LINK) : dead(page);
    }

    @GetMapping(LINK)
    ModelAndView link(Page page, HttpServletRequest request) {
        return Carried.by(request).filter(attempts::waits).isPresent()
                ? page.view("recovery/link")
                : page.redirect(HERE);
    }

    @PostMapping(LINK)
    ModelAndView use(Page page, HttpServletRequest request, HttpServletResponse response) {
        var browser = sources.secret();
        var attempt = Carried.by(request).flatMap(link -> attempts.open(link, browser));
        attempt.ifPresent(begun -> Carried.carry(response, browser));
        return attempt.isPresent() ? page.redirect(ProvingPages.HERE) : dead(page);
    }

    static ModelAndView dead(Page page) {
        return page.view("recovery/dead");
    }

    private static List<Problem> unreadable(Page page) {
        return List.of(new Problem("email", page.text("recovery.email.unreadable")));
    }

    private static ModelAndView form(Page page, Form form) {
        return page.view("recovery/ask", "form", form);
    }

    /** Together with this place’s tries at passwords. */
    private void notTooOften(HttpServletRequest request) {
        var place = Place.of(request.getRemoteAddr());
        count(limits.take(Rate.SIGN_INS_FROM_ONE_PLACE, place.household()));
        count(limits.take(Rate.SIGN_INS_FROM_ONE_NETWORK, place.network()));
    }

    private void count(Decision decision) {
        if (decision instanceof Decision.Wait(var until)) {
            throw new TooMany(Duration.between(sources.clock().instant(), until));
        }
    }
}
