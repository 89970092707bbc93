package fairway.drafts;

import fairway.forms.Answer;
import fairway.forms.Answers;
import fairway.forms.Edition;
import fairway.forms.Facts;
import fairway.forms.FormPage;
import fairway.forms.Journey;
import fairway.forms.Kind;
import fairway.forms.PageState;
import fairway.forms.Reading.Unreadable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A draft with everything that follows from its answers. */
public record Opened(Draft draft, Edition edition, Facts facts, Map<String, SavedPage> rows, Reading reading) {

    /** What the engine made of the words. */
    public record Reading(Answers answers, List<Unreadable> unreadable, Journey journey) {}

    /** The same draft with more that is known besides its answers; the journey does not depend on it. */
    Opened knowing(Map<String, Object> more) {
        var context = new HashMap<>(facts.context());
        context.putAll(more);
        return new Opened(draft, edition, new Facts(facts.today(), context), rows, reading);
    }

    public Answers answers() {
        return reading.answers();
    }

    public Journey journey() {
        return reading.journey();
    }

    public String path() {
        return "/drafts/" + draft.id();
    }

    String path(FormPage page) {
        return path() + "/" + page.id();
    }

    SavedPage row(String page, int instance) {
        return rows.getOrDefault(key(page, instance), SavedPage.never(page, instance, draft.account()));
    }

    static String key(String page, int instance) {
        return instance == 0 ? page : page + "[" + instance + "]";
    }

    public Map<String, String> typed(String path) {
        return edition.pageOf(path)
                .map(page -> row(page.id(), Names.instance(path)).words().at(path))
                .orElse(Map.of());
    }

    /** The word an answer is known by in conditions of legal texts and of pages: {@code yes}, a choice, or nothing. */
    public String word(String path) {
        return answers().of(path) instanceof Answer.Known ? typed(path).getOrDefault("", "") : "";
    }

    /** Pages a person goes through; their own signature is made elsewhere. */
    Stream<Journey.PageView> pages() {
        return journey().shown().filter(view -> !applicantSigns(view.page()));
    }

    List<Journey.PageView> open() {
        return pages().filter(view -> view.state() != PageState.COMPLETE).toList();
    }

    boolean complete() {
        return open().isEmpty();
    }

    Draft.Progress progress(String place) {
        long all = pages().count();
        int left = open().size();
        int percent = all == 0 ? 0 : (int) ((all - left) * 100 / all);
        return new Draft.Progress(place, percent, left);
    }

    /** The minutes of the form's notice, for the pages that are left. */
    int minutes(long pagesLeft) {
        long all = Math.max(1, pages().count());
        return (int) Math.ceilDiv(edition.header().notice().burdenMinutes() * pagesLeft, all);
    }

    public static boolean applicantSigns(FormPage page) {
        return page.items().stream().allMatch(item -> item.id().startsWith(APPLICANT));
    }

    /** A page that an interpreter or preparer signs. */
    static boolean othersSign(FormPage page) {
        return page.items().stream()
                .anyMatch(item ->
                        item.type().kind() == Kind.SIGNATURE && !item.id().startsWith(APPLICANT));
    }

    private static final String APPLICANT = "signature.";
}
