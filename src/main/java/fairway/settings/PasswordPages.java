package fairway.settings;

import fairway.signin.Secrets.NewPassword;
import fairway.ui.ChangesAccess;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new password: because somebody wants one, or because the old one is not trusted any more. */
@Controller
class PasswordPages {
    private static final String HERE = "/account/security/password";

    private final Owner owner;

    PasswordPages(Owner owner) {
        this.owner = owner;
    }

    @GetMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView show(Page page) {
        return form(page, List.of());
    }

    @PostMapping(HERE)
    @StepUp
    @ChangesAccess
    ModelAndView change(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "current_password", defaultValue = "") String current,
            @RequestParam(name = "password", defaultValue = "") String fresh,
            @RequestParam(name = "again_password", defaultValue = "") String again) {
        var wanted = new NewPassword(current, fresh, again);
        var problems = owner.signin().secrets().changePassword(page, request, response, wanted);
        return problems.isEmpty() ? page.redirect(Done.at("password")) : form(page, problems);
    }

    @GetMapping({"/sign-in/new-password", "/desk/sign-in/new-password"})
    ModelAndView owed(Page page, HttpServletRequest request) {
        return owner.signin().secrets().owesPassword(request)
                ? owedForm(page, List.of())
                : page.redirect(signIn(page) + "/next");
    }

    @PostMapping({"/sign-in/new-password", "/desk/sign-in/new-password"})
    ModelAndView renew(
            Page page,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "password", defaultValue = "") String fresh,
            @RequestParam(name = "again_password", defaultValue = "") String again) {
        var secrets = owner.signin().secrets();
        if (!secrets.owesPassword(request)) {
            return page.redirect(signIn(page) + "/next");
        }
        var problems = secrets.renewPassword(page, request, response, new NewPassword("", fresh, again));
        if (!problems.isEmpty()) {
            return owedForm(page, problems);
        }
        return page.redirect(page.path().startsWith("/desk/") ? "/desk" : "/account/security");
    }

    private static String signIn(Page page) {
        return page.path().startsWith("/desk/") ? "/desk/sign-in" : "/sign-in";
    }

    private ModelAndView form(Page page, List<Problem> problems) {
        return form(page, problems, false, HERE);
    }

    private ModelAndView owedForm(Page page, List<Problem> problems) {
        return form(page, problems, true, signIn(page) + "/new-password");
    }

    private ModelAndView form(Page page, List<Problem> problems, boolean owed, String action) {
        return page.view("settings/password", "problems", problems, "owed", owed, "action", action)
                .addObject("demands", owner.signin().demands());
    }
}
