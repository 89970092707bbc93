package fairway.intake;

import fairway.ui.ChangesAccess;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adding a filing on paper to the account one is signed in to, and asking for a new code by post. */
@Controller
class ClaimPages {
    static final String PATH = "/account/claim";
    static final String LETTER = "/account/claim/letter";

    private final Claims claims;
    private final LetterRequests requests;
    private final Intake.Doors doors;

    ClaimPages(Claims claims, LetterRequests requests, Intake.Doors doors) {
        this.claims = claims;
        this.requests = requests;
        this.doors = doors;
    }

    @GetMapping(PATH)
    ModelAndView ask(Page page) {
        person(page);
        return page.view("intake/claim", "typed", Typed.NOTHING);
    }

    @ChangesAccess
    @PostMapping(PATH)
    ModelAndView claim(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var account = person(page);
        var typed = Typed.of(posted);
        var number = number(page, typed);
        var code = AccessCode.read(typed.of("code"));
        if (code.isEmpty()) {
            typed.problem(page, "code", "code");
        }
        var born = typed.born(page, doors.calendar().today());
        if (!typed.sound()) {
            return page.view("intake/claim", "typed", typed);
        }
        return switch (claims.claim(account, number.orElseThrow(), code.orElseThrow(), born.orElseThrow())) {
            case Claim.Joined(var receipt) -> page.redirect("/cases/" + receipt);
            case Claim.Refused(var why) -> refused(page, typed, why);
            case Claim.Wait(var until) -> {
                var view = page.view("intake/claim", "typed", typed);
                wait(page, typed, until);
                view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
                yield view;
            }
        };
    }

    private static ModelAndView refused(Page page, Typed typed, Ruling why) {
        var key = switch (why) {
            case EXPIRED -> "expired";
            case TAKEN -> "taken";
            case JOIN, WRONG, OWN -> "wrong";
        };
        typed.problem(page, "number", key);
        return page.view("intake/claim", "typed", typed);
    }

    @GetMapping(LETTER)
    ModelAndView letter(Page page, @RequestParam(required = false) @org.jspecify.annotations.Nullable String asked) {
        person(page);
        return letter(page, Typed.NOTHING, asked != null);
    }

    @PostMapping(LETTER)
    ModelAndView letter(Page page, @RequestParam MultiValueMap<String, String> posted) {
        var account = person(page);
        var typed = Typed.of(posted);
        var number = number(page, typed);
        var born = typed.born(page, doors.calendar().today());
        if (!typed.sound()) {
            return letter(page, typed, false);
        }
        var wait = requests.ask(account, number.orElseThrow(), born.orElseThrow());
        if (wait.isEmpty()) {
            return page.redirect(LETTER + "?asked=yes");
        }
        wait(page, typed, wait.get());
        var view = letter(page, typed, false);
        view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return view;
    }

    private ModelAndView letter(Page page, Typed typed, boolean asked) {
        return page.view("intake/letter", "typed", typed, "asked", asked, "by", requests.by());
    }

    private static void wait(Page page, Typed typed, Instant until) {
        typed.problem(page, "number", "wait", page.instant(until));
    }

    private static Optional<FilingNumber> number(Page page, Typed typed) {
        var number = FilingNumber.read(typed.of("number"));
        if (number.isEmpty()) {
            typed.problem(page, "number", "number");
        }
        return number;
    }

    private static UUID person(Page page) {
        return page.visitor()
                .filter(visitor -> !visitor.staff())
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }
}
