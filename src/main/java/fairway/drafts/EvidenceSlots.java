package fairway.drafts;

import fairway.documents.Document;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.documents.Part;
import fairway.documents.Verdict;
import fairway.forms.Forms;
import fairway.forms.Need;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The papers that the answers of a draft ask for, each with the name of its slot. */
@Component
class EvidenceSlots {
    private final Forms forms;
    private final Documents documents;

    EvidenceSlots(Forms forms, Documents documents) {
        this.forms = forms;
        this.documents = documents;
    }

    List<Need> needs(Opened draft) {
        return forms.needed(draft.edition(), draft.answers(), draft.facts());
    }

    /** The name of a slot in addresses: {@code proof_of_name-2}. */
    static String key(Need need) {
        return need.number().isPresent()
                ? need.slot().id() + "-" + need.number().getAsInt()
                : need.slot().id();
    }

    /** What is required and not here, in the order of the form; then what documents in other languages still lack. */
    List<Missing> missing(Opened draft, Locale language) {
        var files = documents.of(holder(draft));
        var missing = new ArrayList<Missing>();
        for (var need : needs(draft)) {
            if (need.required() && papers(files, key(need)) < need.slot().min()) {
                missing.add(new Missing(Missing.What.PAPER, key(need), title(draft, need, language), key(need)));
            }
        }
        for (var lacking : documents.lacking(holder(draft))) {
            var document = lacking.document();
            var what = lacking.translation() ? Missing.What.TRANSLATION : Missing.What.CERTIFICATE;
            missing.add(new Missing(what, document.id().toString(), document.name(), document.slot()));
        }
        return missing;
    }

    /** Papers that can be read; a deleted or damaged one is none. */
    private static long papers(List<Document> files, String slot) {
        return files.stream()
                .filter(file -> file.part() == Part.FILE && file.slot().equals(slot))
                .filter(file -> file.verdict() != Verdict.INFECTED && file.verdict() != Verdict.UNREADABLE)
                .count();
    }

    /** How far the papers are, for the checklist. */
    Checklist.State state(Opened draft, Locale language) {
        if (needs(draft).isEmpty()) {
            return draft.complete() ? Checklist.State.NOT_NEEDED : Checklist.State.WAITING;
        }
        if (missing(draft, language).isEmpty()) {
            return Checklist.State.COMPLETE;
        }
        return documents.of(holder(draft)).isEmpty() ? Checklist.State.NOT_STARTED : Checklist.State.IN_PROGRESS;
    }

    static Holder holder(Opened draft) {
        return new Holder("draft", draft.draft().id());
    }

    Map<String, String> titles(Opened draft, Locale language) {
        var titles = new LinkedHashMap<String, String>();
        needs(draft).forEach(need -> titles.put(key(need), title(draft, need, language)));
        return titles;
    }

    String title(Opened draft, Need need, Locale language) {
        return draft.edition().text(language, "evidence." + need.slot().id() + ".title") + of(draft, need, language);
    }

    /** Which entry of a list it is about, by the first thing that was said about it. */
    private String of(Opened draft, Need need, Locale language) {
        var list = need.slot().each();
        if (list == null || need.number().isEmpty()) {
            return "";
        }
        var first = draft.edition().item(list).orElseThrow().fields().getFirst();
        var answer = draft.answers().of(first.path(need.number().getAsInt()));
        return ": " + forms.shown(draft.edition(), first, answer, language);
    }
}
