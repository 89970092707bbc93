package fairway.filing;

import fairway.audit.Actor;
import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Opening;
import fairway.documents.Reader;
import fairway.forms.Forms;
import fairway.ui.NotFound;
import fairway.ui.Page;
import java.io.IOException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What was received: the confirmation and the copy to keep. */
@Controller
class FilingController {
    private final FilingTable filings;
    private final Filings door;
    private final Documents documents;
    private final Forms forms;
    private final ObjectProvider<ReceiptLookup> receipts;

    FilingController(
            FilingTable filings,
            Filings door,
            Documents documents,
            Forms forms,
            ObjectProvider<ReceiptLookup> receipts) {
        this.filings = filings;
        this.door = door;
        this.documents = documents;
        this.forms = forms;
        this.receipts = receipts;
    }

    @GetMapping("/filings/{filing}")
    ModelAndView show(Page page, @PathVariable UUID filing) {
        var row = mine(page, filing);
        var found = door.find(filing).orElseThrow(NotFound::new);
        var receipt = receipts.stream()
                .flatMap(lookup -> lookup.receiptOf(filing).stream())
                .findFirst()
                .orElse(null);
        var files = documents.of(new Holder("filing", filing)).stream()
                .filter(file -> row.copy().filter(file.id()::equals).isEmpty())
                .toList();
        var slots = door.slots(filing, files.stream().map(Document::slot).toList(), page.language());
        return page.view(
                "filing/filed",
                "filed",
                new SubmitPages.Filed(
                        forms.edition(found.form(), found.edition()).header().number(),
                        found.receivedAt(),
                        receipt,
                        row.copy().map(copy -> "/filings/" + filing + "/copy").orElse(null),
                        Papers.of(files, slots, page.text("filing.papers.other")),
                        found.sha256()));
    }

    @GetMapping("/filings/{filing}/copy")
    ResponseEntity<byte[]> copy(Page page, @PathVariable UUID filing) throws IOException {
        var row = mine(page, filing);
        var copy = row.copy().orElseThrow(NotFound::new);
        var reader = Reader.person(Actor.person(row.account()));
        if (documents.open(new Holder("filing", filing), copy, reader) instanceof Opening.Content content) {
            try (var stream = content.stream()) {
                var name = content.document().name();
                return ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name)
                                        .build()
                                        .toString())
                        .body(stream.readAllBytes());
            }
        }
        throw new NotFound();
    }

    private FilingTable.Row mine(Page page, UUID filing) {
        var account = SubmitController.account(page);
        return filings.find(filing).filter(row -> row.account().equals(account)).orElseThrow(NotFound::new);
    }
}
