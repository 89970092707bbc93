package fairway.filing;

import fairway.forms.FiledRow;
import fairway.forms.Forms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What was filed, and what is still a draft. */
@Component
public class Filings {
    private final Forms forms;
    private final FilingTable filings;
    private final Packages packs;

    Filings(Forms forms, FilingTable filings, Packages packs) {
        this.forms = forms;
        this.filings = filings;
        this.packs = packs;
    }

    public Optional<Filing> find(UUID filing) {
        return filings.find(filing).flatMap(row -> packs.find(row.packageId()).map(pack -> filing(row, pack)));
    }

    private Filing filing(FilingTable.Row row, Pack pack) {
        var content = pack.content();
        return new Filing(
                row.id(),
                row.account(),
                content.form(),
                content.edition().toString(),
                row.receivedAt(),
                content.sha256(),
                content.key(),
                content.signature().name(),
                content.language());
    }

    /** The answers as filed, in words, by the parts of the form; empty where there is no such filing. */
    public FiledAnswers answersOf(UUID filing, Locale language) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack -> answers(pack, language))
                .orElseGet(() -> new FiledAnswers(List.of()));
    }

    private FiledAnswers answers(Pack pack, Locale wanted) {
        var edition =
                forms.edition(pack.content().form(), pack.content().edition().toString());
        var language = edition.language(wanted);
        var sections = new LinkedHashMap<String, List<FiledAnswers.Row>>();
        for (var row : forms.rows(edition, pack.content().canonical(), language)) {
            var part = edition.page(row.page()).orElseThrow().part();
            sections.computeIfAbsent(edition.text(language, "part." + part), any -> new ArrayList<>())
                    .add(new FiledAnswers.Row(number(row), row.label(), row.answer()));
        }
        return new FiledAnswers(sections.entrySet().stream()
                .map(entry -> new FiledAnswers.Section(entry.getKey(), entry.getValue()))
                .toList());
    }

    private static String number(FiledRow row) {
        return row.item().official().stream().collect(Collectors.joining(", "));
    }

    /** The canonical answers exactly as they were signed. */
    public Optional<byte[]> canonicalOf(UUID filing) {
        return filings.find(filing)
                .flatMap(row -> packs.find(row.packageId()))
                .map(pack -> pack.content().canonical().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
