package fairway.notices;

import fairway.cases.Cases;
import fairway.paper.Paper;
import fairway.ui.Texts;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the PDF of a posted notice in every language; what is already there stays. */
@Component
class Printing {
    private final Cases cases;
    private final NoticeTable table;
    private final Letters letters;
    private final Paper paper;

    Printing(Cases cases, NoticeTable table, Letters letters, Paper paper) {
        this.cases = cases;
        this.table = table;
        this.letters = letters;
        this.paper = paper;
    }

    @Transactional
    void print(UUID id) {
        var notice = table.find(id).orElseThrow();
        var file = cases.find(notice.caseId()).orElseThrow();
        for (var language : Texts.LANGUAGES) {
            if (table.pdf(id, language).isEmpty()) {
                var pdf = paper.letter(letters.read(file, notice, language));
                table.keepPdf(id, language, letters.sealPdf(file, notice, language, pdf));
            }
        }
    }
}
