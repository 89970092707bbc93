package fairway.notices;

import fairway.cases.CaseFile;
import fairway.cases.Decision;
import fairway.paper.Letter;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The letters the agency posts about a case. */
@Service
public class Notices {
    private final NoticeTable table;
    private final Letters letters;
    private final LetterHtml html;
    private final InstantSource clock;

    Notices(NoticeTable table, Letters letters, LetterHtml html, InstantSource clock) {
        this.table = table;
        this.letters = letters;
        this.html = html;
        this.clock = clock;
    }

    /** Which case a notice is about, so that its reader's right can be asked there. */
    public Optional<Notice> find(UUID notice) {
        return table.find(notice);
    }

    /** The decision notice as it would be posted now, as HTML; nothing is kept. */
    public String preview(CaseFile file, Decision decision, String words, Locale language) {
        var kind = decision == Decision.APPROVAL ? NoticeKind.APPROVAL : NoticeKind.DENIAL;
        var contents = letters.with(file, clock.instant(), words, LocalDate.EPOCH);
        return html.of(letters.write(kind, language, contents));
    }

    /** A posted notice as HTML, exactly as it was posted. */
    public String read(CaseFile file, Notice notice, Locale language) {
        return html.of(letter(file, notice, language));
    }

    Letter letter(CaseFile file, Notice notice, Locale language) {
        return letters.read(file, notice, language);
    }

    /** The PDF, once it is made. */
    public Optional<byte[]> pdf(CaseFile file, Notice notice, Locale language) {
        return table.pdf(notice.id(), language).map(stored -> letters.openPdf(file, notice, language, stored));
    }
}
