package fairway.drafts;

import fairway.forms.Forms;
import fairway.forms.Need;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The papers that the answers of a draft ask for, each with the name of its slot. */
@Component
class EvidenceSlots {
    private final Forms forms;

    EvidenceSlots(Forms forms) {
        this.forms = forms;
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
