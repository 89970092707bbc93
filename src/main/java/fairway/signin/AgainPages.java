package fairway.signin;

import fairway.ui.Page;
import fairway.ui.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The password once more, before an act that asks for a fresh proof; the code follows. */
@Controller
class AgainPages {
    private final SignIns signIns;
    private final Sessions sessions;
    private final CodePages codes;
    private final Trace trace;

    AgainPages(SignIns signIns, Sessions sessions, CodePages codes, Trace trace) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.codes = codes;
        this.trace = trace;
    }

    @GetMapping({"/sign-in/again", "/desk/sign-in/again"})
    ModelAndView show(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(required = false) @Nullable String to) {
        return CodePages.Owed.page(page, request, response, owed -> {
            ReturnPath.read(to)
                    .ifPresent(path -> sessions.returnTo(owed.session().id(), path.value()));
            return form(page, owed, List.of());
        });
    }

    @PostMapping({"/sign-in/again", "/desk/sign-in/again"})
    ModelAndView password(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String password) {
        return CodePages.Owed.page(page, request, response, owed -> again(page, owed, password));
    }

    private ModelAndView again(Page page, CodePages.Owed owed, String password) {
        var session = owed.session();
        return switch (signIns.passwordAgain(owed.visit(), session, password)) {
            case PasswordGate.Check.Right ignored -> {
                var proofs = session.proofs();
                var proven = new Session.Proofs(trace.now(), proofs.codeAt(), proofs.codeBy());
                signIns.entry().proven(owed.visit(), session, proven);
                yield codes.sent(page, owed, null);
            }
            case PasswordGate.Check.Wrong() -> form(page, owed, Words.problem(page, "password", "signin.again.wrong"));
            case PasswordGate.Check.NotNow(var because) -> form(page, owed, Words.because(page, "password", because));
        };
    }

    private ModelAndView form(Page page, CodePages.Owed owed, List<Problem> problems) {
        return page.view("signin/again", "action", owed.path(""), "passkey", codes.passkey(owed), "problems", problems);
    }
}
