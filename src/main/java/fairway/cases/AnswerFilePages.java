package fairway.cases;

import fairway.audit.Actor;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Opening;
import fairway.documents.Reader;
import fairway.documents.UploadResult;
import fairway.ui.NotFound;
import fairway.ui.Page;
import fairway.ui.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A person's files: those of the filing to read, those of an answer to add and change until it is sent. */
@Controller
class AnswerFilePages {
    private static final String ANSWER = "/cases/{receipt}/evidence-request/files";

    private final PersonCases cases;
    private final AnswerPages answers;
    private final Documents documents;
    private final InstantSource clock;

    AnswerFilePages(PersonCases cases, AnswerPages answers, Documents documents, InstantSource clock) {
        this.cases = cases;
        this.answers = answers;
        this.documents = documents;
        this.clock = clock;
    }

    @PostMapping(value = ANSWER, consumes = "multipart/form-data")
    ModelAndView add(Page page, @PathVariable String receipt, HttpServletRequest request) {
        var results = documents.receive(request, open(page, receipt), EvidenceRequest.SLOT, actor(page));
        var refused = results.stream()
                .filter(UploadResult.Refused.class::isInstance)
                .map(UploadResult.Refused.class::cast)
                .toList();
        return refused.isEmpty()
                ? page.redirect("/cases/" + number(receipt) + "/evidence-request")
                : answers.refused(page, receipt, refused);
    }

    @PostMapping(ANSWER + "/{id}")
    ModelAndView change(
            Page page,
            @PathVariable String receipt,
            @PathVariable UUID id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String value) {
        if (!documents.change(open(page, receipt), id, act, value, actor(page))) {
            throw new NotFound();
        }
        return page.redirect("/cases/" + number(receipt) + "/evidence-request");
    }

    @GetMapping(ANSWER + "/{id}")
    void readAnswer(Page page, @PathVariable String receipt, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        send(page, AnswerFiles.holder(latest(page, receipt).id()), id, response);
    }

    @GetMapping("/cases/{receipt}/files/{id}")
    void readFiled(Page page, @PathVariable String receipt, @PathVariable UUID id, HttpServletResponse response)
            throws IOException {
        send(page, new Holder("filing", view(page, receipt).file().filing()), id, response);
    }

    private void send(Page page, Holder holder, UUID id, HttpServletResponse response) throws IOException {
        switch (documents.open(holder, id, Reader.person(actor(page)))) {
            case Opening.Content content -> documents.send(content, response);
            case Opening.AskFirst ask -> throw new NotFound();
            case Opening.Withheld withheld -> throw new NotFound();
        }
    }

    private Holder open(Page page, String receipt) {
        var request = latest(page, receipt);
        if (!request.openAt(clock.instant())) {
            throw new NotFound();
        }
        return AnswerFiles.holder(request.id());
    }

    private EvidenceRequest latest(Page page, String receipt) {
        return view(page, receipt).requests().stream().findFirst().orElseThrow(NotFound::new);
    }

    private CaseView view(Page page, String receipt) {
        return cases.of(account(page), number(receipt)).orElseThrow(NotFound::new);
    }

    private static Actor actor(Page page) {
        return Actor.person(account(page));
    }

    private static UUID account(Page page) {
        return page.visitor().map(Visitor::account).orElseThrow(NotFound::new);
    }

    private static ReceiptNumber number(String receipt) {
        return ReceiptNumber.read(receipt).orElseThrow(NotFound::new);
    }
}
