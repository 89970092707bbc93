package fairway.notices;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.cases.CaseFile;
import fairway.cases.Cases;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** A person reads their notices; who may see the case may see its notices. */
@Controller
class NoticePages {
    private final Notices notices;
    private final Cases cases;
    private final Audit audit;

    NoticePages(Notices notices, Cases cases, Audit audit) {
        this.notices = notices;
        this.cases = cases;
        this.audit = audit;
    }

    private record Found(CaseFile file, Notice notice) {}

    @GetMapping("/notices/{id}")
    ModelAndView show(Page page, @PathVariable UUID id) {
        var found = found(page, id, "notice.read");
        var file = found.file();
        return page.view(
                "notices/show",
                "notice",
                found.notice(),
                "receipt",
                file.receipt().value(),
                "title",
                page.text(found.notice().kind().key("title")),
                "letter",
                notices.read(file, found.notice(), page.language()),
                "printed",
                notices.pdf(file, found.notice(), page.language()).isPresent());
    }

    @GetMapping("/notices/{id}/pdf")
    ResponseEntity<byte[]> pdf(Page page, @PathVariable UUID id) {
        var found = found(page, id, "notice.download");
        var pdf = notices.pdf(found.file(), found.notice(), page.language()).orElseThrow(NotFound::new);
        var name = found.file().receipt() + "-"
                + found.notice().kind().name().toLowerCase(Locale.ROOT) + "."
                + page.language().getLanguage() + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(pdf);
    }

    private Found found(Page page, UUID id, String what) {
        var account = page.visitor().map(Visitor::account).orElseThrow(NotFound::new);
        var notice = notices.find(id).orElseThrow(NotFound::new);
        var file = cases.seenBy(account, notice.caseId()).orElseThrow(NotFound::new);
        audit.record(Act.of(Actor.person(account), what, new Subject("notice", id.toString())));
        return new Found(file, notice);
    }
}
