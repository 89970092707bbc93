package fairway.casework;

import fairway.cases.CaseAct;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What officers must write, and what an act is called in an address. */
final class Words {
    private static final Set<CaseAct> NEEDED = Set.of(
            CaseAct.REQUEST_EVIDENCE,
            CaseAct.PROPOSE_DENIAL,
            CaseAct.SEND_BACK,
            CaseAct.CLOSE,
            CaseAct.REJECT,
            CaseAct.REOPEN);

    private Words() {}

    static String path(CaseAct act) {
        return act.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the act says nothing without words. */
    static boolean needed(CaseAct act) {
        return NEEDED.contains(act);
    }

    static List<Problem> check(Page page, Map<String, String> fields, String field, boolean needed, int longest) {
        var typed = fields.getOrDefault(field, "");
        if (needed && typed.isBlank()) {
            return List.of(new Problem(field, page.text("casework.words.missing")));
        }
        return typed.length() > longest
                ? List.of(new Problem(field, page.text("casework.words.long", longest)))
                : List.of();
    }

    /** What the page before wants to have said; empty for most pages. */
    static String said(Page page, Map<String, String> query) {
        var done = query.getOrDefault("done", "");
        if (Arrays.stream(CaseAct.values()).anyMatch(act -> act.name().equals(done))) {
            return page.text("casework.done", page.text("cases.act." + done + ".name"));
        }
        return Stream.of("none", "gone", "unread")
                .filter(query::containsKey)
                .map(key -> page.text("casework.said." + key))
                .findFirst()
                .orElse("");
    }

    static List<Problem> ticked(Page page, Map<String, String> fields) {
        return fields.containsKey("read")
                ? List.of()
                : List.of(new Problem("read", page.text("casework.confirm.missing")));
    }
}
