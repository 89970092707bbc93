package fairway.reach;

import fairway.calendar.LegalCalendar;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.StepUp;
import fairway.ui.Visitor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A person takes everything with them. */
@Controller
class ExportPages {
    private final Exporting exporting;
    private final LegalCalendar calendar;

    ExportPages(Exporting exporting, LegalCalendar calendar) {
        this.exporting = exporting;
        this.calendar = calendar;
    }

    @StepUp
    @GetMapping("/account/profile/export")
    ModelAndView show(Page page) {
        visitor(page);
        return page.view("reach/export");
    }

    @StepUp
    @PostMapping("/account/profile/export")
    void download(Page page, HttpServletResponse response) throws IOException {
        var account = visitor(page);
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"my-account-" + calendar.today() + ".zip\"");
        exporting.write(account, page.language(), response.getOutputStream());
    }

    private static UUID visitor(Page page) {
        return page.visitor()
                .filter(visitor -> !visitor.staff())
                .map(Visitor::account)
                .orElseThrow(NotFound::new);
    }
}
