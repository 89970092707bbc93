package fairway.payments;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Leads to an address that is complete with its language, also one outside of our pages. */
final class SeeOther {
    private SeeOther() {}

    static ModelAndView to(String url) {
        var view = new RedirectView(url, false, true, false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
