package fairway.identity;

import fairway.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** For people whose mail, telephone or screen somebody else looks at. */
@Controller
class SafePages {
    private final Profiles profiles;

    SafePages(Profiles profiles) {
        this.profiles = profiles;
    }

    @GetMapping("/account/profile/safe-contact")
    ModelAndView show(Page page) {
        var profile = profiles.of(ProfilePages.visitor(page));
        return page.view("identity/safe", "safe", profile.safe(), "elsewhere", profile.mailElsewhere(profiles.today()));
    }

    @PostMapping("/account/profile/safe-contact")
    ModelAndView save(
            Page page, @RequestParam(defaultValue = "") String on, @RequestParam(defaultValue = "") String texts) {
        var safe = new SafeContact(on.equals("yes"), texts.equals("yes"));
        profiles.change(ProfilePages.visitor(page), "safe-contact", profile -> profile.safely(safe));
        return ProfilePages.saved(page);
    }
}
