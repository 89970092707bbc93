package fairway.drafts;

import fairway.forms.Answer;
import fairway.forms.Edition;
import fairway.forms.FormPage;
import fairway.forms.Forms;
import fairway.forms.Journey.ItemView;
import fairway.forms.Journey.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes the answers of a draft out, in the words of one language. */
@Component
class AnswerViews {
    private final Forms forms;

    AnswerViews(Forms forms) {
        this.forms = forms;
    }

    List<AnswerSection> sections(Opened draft, Locale wanted) {
        var language = draft.edition().language(wanted);
        var sections = new ArrayList<AnswerSection>();
        for (var part : draft.journey().parts()) {
            var groups = new ArrayList<AnswerSection.Group>();
            part.pages().stream()
                    .filter(view -> view.isShown() && !Opened.applicantSigns(view.page()))
                    .forEach(view -> groups.addAll(groups(draft, view, language)));
            if (!groups.isEmpty()) {
                var title = draft.edition().text(language, "part." + part.part().id());
                sections.add(new AnswerSection(part.part().number(), title, groups));
            }
        }
        return sections;
    }

    private List<AnswerSection.Group> groups(Opened draft, PageView view, Locale language) {
        var page = view.page();
        if (!page.isList()) {
            return List.of(
                    new AnswerSection.Group(title(draft.edition(), page, language), rows(draft, view, 0, language)));
        }
        if (view.numbers().isEmpty()) {
            return List.of(new AnswerSection.Group(title(draft.edition(), page, language), List.of()));
        }
        var groups = new ArrayList<AnswerSection.Group>();
        for (int number : view.numbers()) {
            groups.add(new AnswerSection.Group(
                    instanceTitle(draft, page, number, language), rows(draft, view, number, language)));
        }
        return groups;
    }

    List<AnswerSection.Row> rows(Opened draft, PageView view, int instance, Locale language) {
        return view.items().stream()
                .filter(item -> Names.instance(item.path()) == instance)
                .map(item -> row(draft, view, item, language))
                .toList();
    }

    private AnswerSection.Row row(Opened draft, PageView view, ItemView item, Locale language) {
        var numbers = item.item().official();
        var number = numbers.isEmpty()
                ? null
                : numbers.size() == 1 ? numbers.getFirst() : numbers.getFirst() + "–" + numbers.getLast();
        var instance = Names.instance(item.path());
        var path = draft.path(view.page()) + (instance == 0 ? "" : "/" + instance) + "#"
                + item.item().id();
        return new AnswerSection.Row(
                number,
                forms.label(draft.edition(), item.item(), language),
                forms.shown(draft.edition(), item.item(), item.answer(), language),
                item.answer() instanceof Answer.Unanswered,
                path);
    }

    /** Words as typed, said as the answer they make. */
    String typed(Opened draft, String path, Map<String, String> boxes, Locale language) {
        var edition = draft.edition();
        var answer = forms.read(
                        edition, Map.of(path, boxes), Set.of(), draft.facts().today())
                .of(path);
        return forms.shown(edition, edition.item(path).orElseThrow(), answer, language);
    }

    static String title(Edition edition, FormPage page, Locale language) {
        return edition.text(language, "page." + page.id() + ".title");
    }

    /** "Another name 2", counted as shown, whatever its number inside is. */
    String instanceTitle(Opened draft, FormPage page, int instance, Locale language) {
        var list = page.items().getFirst().key();
        var position = draft.answers().numbers(list).indexOf(instance) + 1;
        var one = QuestionViews.text(draft.edition(), language, list + ".one")
                .orElseGet(() -> title(draft.edition(), page, language));
        return one + " " + position;
    }
}
