package fairway.signin;

import fairway.identity.Account;
import fairway.ui.NotFound;
import fairway.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** What an account is called and how its owner gets in. */
@Controller
class ProfilePages {
    private final SignIns signIns;

    ProfilePages(SignIns signIns) {
        this.signIns = signIns;
    }

    record Profile(Account account, String maskedEmail, List<Authenticator> ways) {}

    @GetMapping("/account/profile")
    ModelAndView show(Page page, HttpServletRequest request, HttpServletResponse response) {
        var account = page.visitor()
                .map(visitor -> signIns.account(visitor.account()))
                .orElseThrow(NotFound::new);
        var masked = new fairway.identity.EmailAddress(account.email()).masked();
        return page.view("signin/profile", "profile", new Profile(account, masked, signIns.ways(account)));
    }
}
