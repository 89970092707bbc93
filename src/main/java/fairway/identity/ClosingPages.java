package fairway.identity;

import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Problem;
import fairway.ui.StepUp;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Closing an account, and taking that back. */
@Controller
class ClosingPages {
    private final Closing closing;

    ClosingPages(Closing closing) {
        this.closing = closing;
    }

    @StepUp
    @GetMapping("/account/profile/close")
    ModelAndView show(Page page) {
        return show(page, List.of());
    }

    @StepUp
    @PostMapping("/account/profile/close")
    ModelAndView close(Page page, @RequestParam(defaultValue = "") String sure) {
        var account = ProfilePages.visitor(page);
        if (!sure.equals("yes")) {
            return show(page, List.of(new Problem("sure", page.text("identity.problem.sure"))));
        }
        return closing.close(account) ? page.redirect("/sign-in/closed") : show(page, List.of());
    }

    @GetMapping("/sign-in/closed")
    ModelAndView closed(Page page) {
        return page.view("identity/closed", "kept", false);
    }

    @GetMapping("/sign-in/keep-account/{account}/{mark}")
    ModelAndView keep(Page page, @PathVariable UUID account, @PathVariable String mark) {
        if (!closing.opens(account, mark)) {
            throw new NotFound();
        }
        return page.view("identity/keep", "path", "/sign-in/keep-account/" + account + "/" + mark);
    }

    @PostMapping("/sign-in/keep-account/{account}/{mark}")
    ModelAndView kept(Page page, @PathVariable UUID account, @PathVariable String mark) {
        if (!closing.keep(account, mark)) {
            throw new NotFound();
        }
        return page.view("identity/closed", "kept", true);
    }

    private ModelAndView show(Page page, List<Problem> problems) {
        return page.view(
                "identity/close",
                "holds",
                closing.holds(ProfilePages.visitor(page)),
                "until",
                closing.endFromNow(),
                "problems",
                problems);
    }
}
