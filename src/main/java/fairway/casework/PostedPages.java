package fairway.casework;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.cases.Cases;
import fairway.notices.Notices;
import fairway.ui.NotFound;
import fairway.ui.Page;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** An officer reads a notice that was posted in a case open to them. */
@Controller
class PostedPages {
    private final Cases cases;
    private final Notices notices;
    private final Audit audit;

    PostedPages(Cases cases, Notices notices, Audit audit) {
        this.cases = cases;
        this.notices = notices;
        this.audit = audit;
    }

    @GetMapping("/desk/notices/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        var officer = Desk.officer(page);
        var notice = notices.find(id).orElseThrow(NotFound::new);
        var file = cases.seenBy(officer, notice.caseId()).orElseThrow(NotFound::new);
        audit.record(Act.of(Actor.staff(officer.account()), "notice.read", new Subject("notice", id.toString())));
        return page.view(
                "casework/notice",
                "receipt",
                file.receipt().value(),
                "letter",
                notices.read(file, notice, page.language()));
    }
}
