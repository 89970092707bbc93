package fairway.ui;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The front door and the pages that explain: open to everybody, the same for all. */
@Controller
class PublicPages {
    private final UiSettings settings;

    PublicPages(UiSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/")
    ModelAndView home(Page page) {
        return page.view("ui/home");
    }

    @GetMapping("/help")
    ModelAndView help(Page page) {
        return reachable(page, "ui/help");
    }

    @GetMapping("/contact")
    ModelAndView contact(Page page) {
        return reachable(page, "ui/contact");
    }

    @GetMapping("/accessibility")
    ModelAndView accessibility(Page page) {
        return reachable(page, "ui/accessibility");
    }

    /** Away from here at once, to a page that says nothing about anybody. */
    @GetMapping("/leave")
    ModelAndView leave(Page page) {
        return page.redirect(settings.exit());
    }

    /** Every part on one page, for those who build pages and for the tests that look at them. */
    @GetMapping("/components")
    ModelAndView components(Page page) {
        if (!page.demo()) {
            throw new NotFound();
        }
        return page.view("ui/gallery", "problems", Gallery.problems(page), "until", Gallery.UNTIL);
    }

    private ModelAndView reachable(Page page, String template) {
        return page.view(template, "email", settings.email(), "phone", settings.phone());
    }
}
