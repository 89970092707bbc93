package fairway.filing;

import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.forms.Forms;
import fairway.paper.FilingRecord;
import fairway.paper.Letter;
import fairway.paper.Paper;
import fairway.ui.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Prints what was filed for its person to keep, with the signed answers inside as data. */
@Service
class FilingCopies {
    private final Filings filings;
    private final FilingTable rows;
    private final Packages packs;
    private final Printing printing;
    private final Documents documents;

    FilingCopies(Filings filings, FilingTable rows, Packages packs, Printing printing, Documents documents) {
        this.filings = filings;
        this.rows = rows;
        this.packs = packs;
        this.printing = printing;
        this.documents = documents;
    }

    @Component
    record Printing(
            Paper paper, Forms forms, Texts texts, Environment environment, ObjectProvider<ReceiptLookup> receipts) {}

    /** Printed outside of any transaction; a copy that another run made meanwhile stays the one. */
    void make(UUID id) {
        var row = rows.find(id).orElseThrow(() -> new NoSuchElementException("No filing " + id));
        if (row.copy().isPresent()) {
            return;
        }
        var pack = packs.find(row.packageId()).orElseThrow();
        var canonical = pack.content().canonical().getBytes(StandardCharsets.UTF_8);
        var pdf = printing.paper().record(record(row, pack), Map.of("answers.json", canonical));
        var name = pack.content().form() + ".pdf";
        rows.copy(id, documents.store(new Holder("filing", id), "copy", name, "application/pdf", pdf));
    }

    private FilingRecord record(FilingTable.Row row, Pack pack) {
        var language = pack.content().language();
        var content = pack.content();
        var edition = printing.forms().edition(content.form(), content.edition().toString());
        var title = text(
                language,
                "filing.copy.title",
                edition.header().number(),
                edition.text(edition.language(language), "form.title"));
        var parts = filings.answersOf(row.id(), language).sections().stream()
                .map(section -> new FilingRecord.Part(
                        section.title(),
                        section.rows().stream()
                                .map(line -> new FilingRecord.Line(line.number(), line.label(), line.answer()))
                                .toList()))
                .toList();
        return new FilingRecord(
                title,
                language,
                printing.environment().getProperty("fairway.ui.agency", "Demonstration Office"),
                printing.texts().standIns() ? text(language, "filing.copy.demo") : "",
                facts(row, pack, language),
                parts,
                closing(row.id(), language));
    }

    /** The papers that went along, then what was signed. */
    private List<Letter.Section> closing(UUID filing, Locale language) {
        var closing = new ArrayList<Letter.Section>();
        var files = documents.of(new Holder("filing", filing));
        var slots = filings.slots(filing, files.stream().map(Document::slot).toList(), language);
        var papers = Papers.of(files, slots, text(language, "filing.papers.other")).stream()
                .map(paper -> paper.title() + ": " + String.join(", ", paper.files()))
                .toList();
        if (!papers.isEmpty()) {
            closing.add(new Letter.Section(text(language, "filing.copy.papers"), List.of(), papers));
        }
        filings.signaturesOf(filing, language).forEach(signed -> closing.add(signed(signed, language)));
        return closing;
    }

    private List<Letter.Fact> facts(FilingTable.Row row, Pack pack, Locale language) {
        var facts = new ArrayList<Letter.Fact>();
        printing.receipts().stream()
                .flatMap(lookup -> lookup.receiptOf(row.id()).stream())
                .forEach(receipt -> facts.add(new Letter.Fact(text(language, "filing.copy.receipt"), receipt)));
        facts.addAll(List.of(
                new Letter.Fact(text(language, "filing.copy.received"), when(row.receivedAt(), language)),
                new Letter.Fact(
                        text(language, "filing.copy.edition"),
                        pack.content().edition().toString()),
                new Letter.Fact(
                        text(language, "filing.copy.hash"), pack.content().sha256())));
        return facts;
    }

    private Letter.Section signed(Signed signed, Locale language) {
        var paragraphs = new ArrayList<>(List.of(signed.text().split("\n\n")));
        paragraphs.add(text(
                language,
                "filing.copy.signed",
                signed.name(),
                when(signed.at(), language),
                signed.version().id() + " " + signed.version().date()));
        if (signed.role() == Signed.Role.GUARDIAN) {
            paragraphs.add(text(language, "filing.copy.capacity", signed.capacity(), signed.relationship()));
        }
        paragraphs.add(text(language, "filing.copy.text_hash", signed.version().sha256()));
        return new Letter.Section(text(language, "filing.copy.statement." + signed.role()), paragraphs, List.of());
    }

    private String text(Locale language, String key, Object... args) {
        return printing.texts().text(language, key, args);
    }

    /** The agency’s clock, named: a copy is read far from here. */
    private String when(Instant instant, Locale language) {
        return printing.texts().instant(language, instant);
    }
}
