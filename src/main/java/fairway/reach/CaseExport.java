package fairway.reach;

import fairway.audit.Actor;
import fairway.cases.CaseAct;
import fairway.cases.CaseEvent;
import fairway.cases.CaseView;
import fairway.cases.EvidenceRequest;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Opening;
import fairway.documents.Reader;
import fairway.filing.Filings;
import fairway.notices.Notices;
import fairway.ui.Texts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One case in the archive of its person: what was filed, every file, every notice, everything that happened. */
@Component
class CaseExport {
    static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Filings filings;
    private final Documents documents;
    private final Notices notices;
    private final Texts texts;

    CaseExport(Filings filings, Documents documents, Notices notices, Texts texts) {
        this.filings = filings;
        this.documents = documents;
        this.notices = notices;
        this.texts = texts;
    }

    /** An event as the person reads it in the account. */
    record Line(String at, String what, String words) {}

    void write(Archive archive, String folder, UUID account, CaseView view, Locale language) throws IOException {
        var file = view.file();
        var canonical = filings.canonicalOf(file.filing());
        if (canonical.isPresent()) {
            archive.add(folder + "answers.json", canonical.get());
        }
        files(archive, folder + "files/", new Holder("filing", file.filing()), account);
        for (var request : view.requests()) {
            files(archive, folder + "answer-files/", new Holder(EvidenceRequest.HOLDER, request.id()), account);
        }
        for (var event : view.history()) {
            notice(archive, folder + "notices/", view, event, language);
        }
        archive.add(folder + "case.json", JSON.writeValueAsBytes(facts(view, language)));
    }

    List<Line> history(CaseView view, Locale language) {
        return view.history().stream()
                .map(event -> new Line(
                        texts.instant(language, event.at()),
                        event.what() == CaseAct.POST_NOTICE
                                ? texts.text(language, "cases.posted." + event.detail())
                                : texts.text(language, "cases.act." + event.what() + ".done"),
                        event.words()))
                .toList();
    }

    private Map<String, Object> facts(CaseView view, Locale language) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("receipt", view.file().receipt().value());
        facts.put("form", view.file().form());
        facts.put("edition", view.file().edition());
        facts.put("received", view.file().receivedAt().toString());
        facts.put("status", view.file().shown().name());
        facts.put("history", history(view, language));
        facts.put(
                "requests",
                view.requests().stream()
                        .map(request -> Map.of(
                                "asked", request.asked(),
                                "due", request.dueOn().toString(),
                                "answer", request.answer(),
                                "answeredAt", String.valueOf(request.answeredAt())))
                        .toList());
        return facts;
    }

    private void notice(Archive archive, String folder, CaseView view, CaseEvent event, Locale language)
            throws IOException {
        if (event.what() != CaseAct.POST_NOTICE || event.reference() == null) {
            return;
        }
        var found = notices.find(event.reference());
        if (found.isEmpty()) {
            return;
        }
        var notice = found.get();
        var name = folder + notice.kind().name().toLowerCase(Locale.ROOT) + "-" + event.seq();
        var words = "<!DOCTYPE html><html lang=\"" + language.getLanguage() + "\"><meta charset=\"utf-8\"><title>"
                + texts.text(language, "cases.posted." + event.detail()) + "</title>"
                + notices.read(view.file(), notice, language) + "</html>";
        archive.add(name + ".html", words.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var pdf = notices.pdf(view.file(), notice, language);
        if (pdf.isPresent()) {
            archive.add(name + ".pdf", pdf.get());
        }
    }

    /** What a scan found harmful is left out; its name stays in the list. */
    void files(Archive archive, String folder, Holder holder, UUID account) throws IOException {
        int number = 1;
        for (var document : documents.of(holder)) {
            var path = folder + "%02d-".formatted(number++) + document.name();
            switch (documents.open(holder, document.id(), Reader.person(Actor.person(account)))) {
                case Opening.Content content -> {
                    try (var stream = content.stream()) {
                        archive.add(path, stream);
                    }
                }
                case Opening.AskFirst _, Opening.Withheld _ ->
                    archive.add(
                            path + ".withheld.txt",
                            document.verdict().name().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
        }
    }
}
