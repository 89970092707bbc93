package fairway.notices;

import fairway.cases.CaseFile;
import fairway.cases.Cases;
import fairway.cases.Proposal;
import fairway.paper.Letter;
import fairway.vault.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Letters as they were posted, sealed under the key of their case. */
@Component
class Letters {
    private final Cases cases;
    private final NoticeTable table;
    private final LetterWriter writer;
    private final Vault vault;
    private final JsonMapper json = new JsonMapper();

    Letters(Cases cases, NoticeTable table, LetterWriter writer, Vault vault) {
        this.cases = cases;
        this.table = table;
        this.writer = writer;
        this.vault = vault;
    }

    /** What the record says about this act. */
    Contents contents(CaseFile file, NoticeKind kind, long seq, Instant now) {
        return switch (kind) {
            case EVIDENCE -> {
                var request = cases.requestIn(file).orElseThrow();
                yield with(file, now, request.asked(), request.dueOn());
            }
            case APPROVAL, DENIAL ->
                with(file, now, cases.proposalIn(file).map(Proposal::reasons).orElse(""), LocalDate.EPOCH);
            case RECEIPT, CLOSURE, REJECTION ->
                with(file, now, cases.event(file, seq).words(), LocalDate.EPOCH);
        };
    }

    Contents with(CaseFile file, Instant now, String words, LocalDate lastDay) {
        return new Contents(
                file.receipt().grouped(), file.form(), cases.applicantOf(file), file.receivedAt(), now, words, lastDay);
    }

    Letter write(NoticeKind kind, Locale language, Contents contents) {
        return writer.write(kind, language, contents);
    }

    void keep(CaseFile file, Notice notice, Locale language, Contents contents) {
        var letter = json.writeValueAsBytes(write(notice.kind(), language, contents));
        table.addLetter(
                notice.id(), language, vault.seal(file.key(), letter, context(notice.id(), language, "content")));
    }

    Letter read(CaseFile file, Notice notice, Locale language) {
        var sealed = table.letter(notice.id(), language).orElseThrow();
        return json.readValue(vault.open(file.key(), sealed, context(notice.id(), language, "content")), Letter.class);
    }

    byte[] sealPdf(CaseFile file, Notice notice, Locale language, byte[] pdf) {
        return vault.seal(file.key(), pdf, context(notice.id(), language, "pdf"));
    }

    byte[] openPdf(CaseFile file, Notice notice, Locale language, byte[] sealed) {
        return vault.open(file.key(), sealed, context(notice.id(), language, "pdf"));
    }

    private static String context(UUID notice, Locale language, String column) {
        return "notices.letter/" + notice + "/" + language.getLanguage() + "/" + column;
    }
}
