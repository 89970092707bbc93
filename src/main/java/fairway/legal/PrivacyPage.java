package fairway.legal;

import fairway.ui.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The privacy notice of this installation, open to everybody. */
@Controller
class PrivacyPage {
    private final LegalTexts legal;

    PrivacyPage(LegalTexts legal) {
        this.legal = legal;
    }

    @GetMapping("/privacy")
    ModelAndView show(Page page) {
        return page.view("legal/privacy", "notice", legal.document("privacy"));
    }
}
