package fairway.filing;

import fairway.drafts.Drafts;
import fairway.ui.Page;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The review: every answer, what is to fix, and warnings that are accepted by a click of their own. */
@Controller
class ReviewController {
    private static final String ACCEPT = "accept.";
    private final Drafts drafts;
    private final ReviewViews views;
    private final InstantSource clock;

    ReviewController(Drafts drafts, ReviewViews views, InstantSource clock) {
        this.drafts = drafts;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/drafts/{draft}/review")
    ModelAndView review(Page page, @PathVariable UUID draft, @RequestParam MultiValueMap<String, String> asked) {
        var opened = drafts.open(SubmitController.account(page), draft);
        if (!opened.draft().open()) {
            return page.redirect(opened.path());
        }
        return page.view("filing/review", "review", views.review(page, opened, Set.of(), asked.containsKey("unread")));
    }

    @GetMapping("/drafts/{draft}/print")
    ModelAndView print(Page page, @PathVariable UUID draft) {
        var opened = drafts.open(SubmitController.account(page), draft);
        return page.view("filing/print", "review", views.review(page, opened, Set.of(), false));
    }

    @PostMapping("/drafts/{draft}/review")
    @Transactional
    public ModelAndView accept(
            Page page, @PathVariable UUID draft, @RequestParam MultiValueMap<String, String> posted) {
        var opened = drafts.open(SubmitController.account(page), draft);
        if (!opened.draft().open()) {
            return page.redirect(opened.path());
        }
        var warnings = views.warningKeys(opened);
        var ticked = posted.keySet().stream()
                .filter(name -> name.startsWith(ACCEPT))
                .map(name -> name.substring(ACCEPT.length()))
                .filter(warnings::contains)
                .collect(Collectors.toSet());
        drafts.accept(draft, ticked, clock.instant());
        if (posted.containsKey("then")) {
            return page.redirect(opened.path() + "/review");
        }
        return page.redirect(opened.path() + (ticked.containsAll(warnings) ? "/sign" : "/review?unread"));
    }
}
