package fairway.drafts;

import fairway.calendar.LegalCalendar;
import fairway.forms.Edition;
import fairway.forms.Facts;
import fairway.forms.Forms;
import fairway.ui.NotFound;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens drafts: unseals every page and lets the engine read what was typed. */
@Component
class DraftReader {
    private final Forms forms;
    private final DraftTable drafts;
    private final DraftPages pages;
    private final Declarations declarations;
    private final LegalCalendar calendar;

    DraftReader(Forms forms, DraftTable drafts, DraftPages pages, Declarations declarations, LegalCalendar calendar) {
        this.forms = forms;
        this.drafts = drafts;
        this.pages = pages;
        this.declarations = declarations;
        this.calendar = calendar;
    }

    /** The draft of this account; a foreign one is not found. */
    Opened open(UUID account, UUID id) {
        return open(drafts.find(account, id).orElseThrow(NotFound::new));
    }

    Opened open(Draft draft) {
        var edition = edition(draft);
        var facts = facts();
        var rows = new LinkedHashMap<String, SavedPage>();
        var typed = new HashMap<String, Map<String, String>>();
        var finished = new HashSet<String>();
        for (var row : pages.of(draft)) {
            var key = Opened.key(row.page(), row.instance());
            rows.put(key, row);
            if (!row.removed()) {
                typed.putAll(words(draft, edition, row));
                if (row.finished()) {
                    finished.add(key);
                }
            }
        }
        var answers = forms.read(edition, typed, finished, facts.today());
        var unreadable = forms.unreadable(edition, typed, facts.today());
        var journey = forms.journey(edition, answers, facts);
        return new Opened(draft, edition, facts, rows, new Opened.Reading(answers, unreadable, journey));
    }

    private Map<String, ? extends Map<String, String>> words(Draft draft, Edition edition, SavedPage row) {
        var page = edition.page(row.page());
        return page.isPresent() && row.instance() == 0
                ? declarations.standing(draft.form(), page.get(), row.words())
                : row.words().fields();
    }

    Edition edition(Draft draft) {
        return forms.edition(draft.form(), draft.edition().toString());
    }

    private Facts facts() {
        return new Facts(calendar.today(), Map.of("channel", "online"));
    }
}
