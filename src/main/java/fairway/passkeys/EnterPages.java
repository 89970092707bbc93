package fairway.passkeys;

import fairway.limits.Decision;
import fairway.limits.Limits;
import fairway.limits.Place;
import fairway.limits.Rate;
import fairway.signin.Signin;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.TooMany;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A passkey in place of password and code, as the proof after the password, or as a fresh proof. */
@Controller
class EnterPages {
    private static final String PATH = "/sign-in/passkey";

    private final Questions questions;
    private final Proving proving;
    private final Bonds bonds;
    private final Signin signin;
    private final Patience patience;

    EnterPages(Questions questions, Proving proving, Bonds bonds, Signin signin, Patience patience) {
        this.questions = questions;
        this.proving = proving;
        this.bonds = bonds;
        this.signin = signin;
        this.patience = patience;
    }

    /** How often one place may ask, together with its tries at passwords. */
    @Component
    record Patience(Limits limits, InstantSource clock) {
        void count(HttpServletRequest request) {
            var place = Place.of(request.getRemoteAddr());
            count(limits.take(Rate.SIGN_INS_FROM_ONE_PLACE, place.household()));
            count(limits.take(Rate.SIGN_INS_FROM_ONE_NETWORK, place.network()));
        }

        private void count(Decision decision) {
            if (decision instanceof Decision.Wait(var until)) {
                throw new TooMany(Duration.between(clock.instant(), until));
            }
        }
    }

    /** {@code other} is where the other ways are. */
    record Form(String action, String to, String other, List<Problem> problems) {}

    @GetMapping({PATH, "/desk" + PATH})
    ModelAndView show(Page page, HttpServletRequest request, @RequestParam(required = false) @Nullable String to) {
        return form(page, request, to, List.of());
    }

    @PostMapping({PATH + "/options", "/desk" + PATH + "/options"})
    ResponseEntity<String> options(HttpServletRequest request, HttpServletResponse response) {
        var standing = signin.standing(request).orElse(null);
        if (standing == null || !standing.full()) {
            patience.count(request);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(questions.prove(bonds.asking(standing, request, response)));
    }

    @PostMapping({PATH, "/desk" + PATH})
    ModelAndView enter(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(required = false) @Nullable String to) {
        var standing = signin.standing(request).orElse(null);
        var proof = bonds.answering(standing, request)
                .map(bond -> proving.prove(bond, credential))
                .orElseGet(() -> new Proving.Proof.Wrong("challenge"));
        return switch (proof) {
            case Proving.Proof.Right(var account, var key) ->
                signin.enterByKey(request, response, account, to)
                        .map(page::redirect)
                        .orElseGet(() -> refused(page, request, to));
            case Proving.Proof.Wrong ignored -> refused(page, request, to);
        };
    }

    private ModelAndView refused(Page page, HttpServletRequest request, @Nullable String to) {
        return form(page, request, to, List.of(new Problem("", page.text("passkeys.enter.wrong"))));
    }

    private ModelAndView form(Page page, HttpServletRequest request, @Nullable String to, List<Problem> problems) {
        var desk = request.getRequestURI().startsWith("/desk/") ? "/desk" : "";
        var other = signin.standing(request)
                .map(standing -> standing.full() ? "/sign-in/again" : "/sign-in/ways")
                .orElse("/sign-in");
        return page.view("passkeys/enter", "form", new Form(desk + PATH, to == null ? "" : to, desk + other, problems));
    }
}
