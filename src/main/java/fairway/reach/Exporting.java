package fairway.reach;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Entry;
import fairway.audit.Subject;
import fairway.cases.CaseView;
import fairway.cases.Cases;
import fairway.documents.Holder;
import fairway.drafts.AnswerSection;
import fairway.drafts.Drafts;
import fairway.identity.Account;
import fairway.identity.Accounts;
import fairway.identity.Portable;
import fairway.ui.NotFound;
import fairway.ui.Texts;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everything an account holds as one archive, for its person alone; written while it is read, so of any size. */
@Component
class Exporting {
    private static final List<String> KEPT_QUIET = List.of("fraud.", "security.", "protected.");

    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Exporting.class.getClassLoader(), "fairway");
    private final Accounts accounts;
    private final Cases cases;
    private final Drafts drafts;
    private final CaseExport each;
    private final Around around;

    Exporting(Accounts accounts, Cases cases, Drafts drafts, CaseExport each, Around around) {
        this.accounts = accounts;
        this.cases = cases;
        this.drafts = drafts;
        this.each = each;
        this.around = around;
    }

    @Component
    record Around(Texts texts, Audit audit, List<Portable> kept) {}

    /** A case or draft on the first page of the archive. */
    record Chapter(String title, String folder, List<CaseExport.Line> lines) {}

    void write(UUID id, Locale language, OutputStream to) throws IOException {
        var account = accounts.find(id).orElseThrow(NotFound::new);
        around.audit().record(Act.of(Actor.person(id), "account.exported", Subject.of("account", id)));
        var chapters = new ArrayList<Chapter>();
        try (var archive = new Archive(to)) {
            archive.add("account.json", CaseExport.JSON.writeValueAsBytes(facts(account)));
            archive.add("profile.json", CaseExport.JSON.writeValueAsBytes(accounts.profileOf(id)));
            archive.add("addresses-told.json", CaseExport.JSON.writeValueAsBytes(accounts.addressChanges(id)));
            for (var kept : around.kept()) {
                archive.add(kept.name() + ".json", CaseExport.JSON.writeValueAsBytes(kept.of(id)));
            }
            for (var view : cases.of(id)) {
                if (view.file().account().equals(id)) {
                    chapters.add(ofCase(archive, account, view, language));
                }
            }
            for (var draft : drafts.of(id, language)) {
                var folder = "drafts/" + draft.number().toLowerCase(Locale.ROOT) + "-" + draft.id() + "/";
                var sections = drafts.answers(drafts.open(id, draft.id()), language);
                archive.add(folder + "answers.json", CaseExport.JSON.writeValueAsBytes(sections));
                each.files(archive, folder + "files/", new Holder("draft", draft.id()), id);
                chapters.add(new Chapter(draft.number() + ", " + draft.title(), folder, answered(sections)));
            }
            var history = around.audit().about(Subject.of("account", id)).stream()
                    .filter(entry -> KEPT_QUIET.stream()
                            .noneMatch(quiet -> entry.act().what().startsWith(quiet)))
                    .map(entry -> line(entry, language))
                    .toList();
            archive.add("account-history.json", CaseExport.JSON.writeValueAsBytes(history));
            archive.add("index.html", index(account, chapters, history, archive, language));
            archive.finish();
        }
    }

    private Chapter ofCase(Archive archive, Account account, CaseView brief, Locale language) throws IOException {
        var receipt = brief.file().receipt();
        var view = cases.of(account.id(), receipt).orElseThrow(NotFound::new);
        var folder = "cases/" + receipt.value() + "/";
        each.write(archive, folder, account.id(), view, language);
        var form = around.texts().text(language, "cases.form." + view.file().form());
        return new Chapter(receipt.grouped() + ", " + form, folder, each.history(view, language));
    }

    private static List<CaseExport.Line> answered(List<AnswerSection> sections) {
        return sections.stream()
                .flatMap(section -> section.groups().stream())
                .flatMap(group -> group.rows().stream())
                .filter(row -> !row.blank())
                .map(row -> new CaseExport.Line("", row.label(), row.answer()))
                .toList();
    }

    private CaseExport.Line line(Entry entry, Locale language) {
        return new CaseExport.Line(
                around.texts().instant(language, entry.at()),
                entry.act().what(),
                around.texts()
                        .text(
                                language,
                                "reach.export.by." + entry.act().actor().kind().name()));
    }

    private static Map<String, Object> facts(Account account) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("number", account.number().value());
        facts.put("email", account.email());
        facts.put("type", account.type().name());
        facts.put("name", account.shownName());
        facts.put("language", account.language().getLanguage());
        facts.put("zone", account.zone().getId());
        return facts;
    }

    private byte[] index(
            Account account, List<Chapter> chapters, List<CaseExport.Line> history, Archive archive, Locale language) {
        var files = new ArrayList<String>();
        archive.paths().forEach(files::add);
        var output = new StringOutput();
        templates.render(
                "reach/archive.jte",
                Map.of(
                        "texts", around.texts(),
                        "language", language,
                        "account", account,
                        "chapters", chapters,
                        "history", history,
                        "files", files),
                output);
        return output.toString().getBytes(StandardCharsets.UTF_8);
    }
}
