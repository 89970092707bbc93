package fairway.drafts;

import fairway.forms.Answer;
import fairway.forms.Edition;
import fairway.forms.FormPage;
import fairway.forms.Forms;
import fairway.forms.Item;
import fairway.forms.Journey.ItemView;
import fairway.forms.Kind;
import fairway.ui.Option;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a page of an edition in front of a person: its questions, what was typed, what is wrong. */
@Component
class QuestionViews {
    private final Forms forms;
    private final FromProfile profile;

    QuestionViews(Forms forms, FromProfile profile) {
        this.forms = forms;
        this.profile = profile;
    }

    /** Questions of a page, or of one instance of its list, that are asked now or may be by an answer on the same page. */
    List<Field> fields(Page page, Opened draft, FormPage formPage, int instance, Words words) {
        var asked = Names.asked(formPage);
        var shown = shown(draft, formPage, instance);
        var reveal = new Reveal(asked.stream().map(Item::id).collect(Collectors.toSet()), path -> draft.word(path));
        var given = words.isEmpty() ? profile.of(draft, formPage, instance) : Words.NONE;
        var fields = new ArrayList<Field>();
        for (var item : asked) {
            var view = shown.get(item.id());
            var terms = item.show().isAlways() ? Optional.<List<Reveal.Term>>empty() : reveal.terms(item.show());
            if (view != null || terms.isPresent()) {
                var only = terms.map(found -> only(page, draft.edition(), asked, found));
                var optional = view != null && !view.required();
                var known = given.at(item.path(instance));
                fields.add(field(
                        page,
                        draft,
                        item,
                        known.isEmpty() ? words.at(item.path(instance)) : known,
                        new Standing(optional, asked.size() == 1, !known.isEmpty(), only.orElse(null))));
            }
        }
        return fields;
    }

    private record Standing(boolean optional, boolean alone, boolean known, Field.@Nullable Only only) {}

    private Map<String, ItemView> shown(Opened draft, FormPage formPage, int instance) {
        var shown = new LinkedHashMap<String, ItemView>();
        draft.journey()
                .view(formPage.id())
                .ifPresent(view -> view.items().stream()
                        .filter(item -> Names.instance(item.path()) == instance)
                        .forEach(item -> shown.put(item.item().id(), item)));
        if (shown.isEmpty() && instance > 0) {
            Names.asked(formPage).stream()
                    .filter(item -> item.show().isAlways())
                    .forEach(item -> shown.put(
                            item.id(),
                            new ItemView(
                                    item,
                                    item.path(instance),
                                    Answer.Unanswered.BLANK,
                                    item.required().isAlways())));
        }
        return shown;
    }

    private Field.Only only(Page page, Edition edition, List<Item> asked, List<Reveal.Term> terms) {
        var parts = new ArrayList<String>();
        for (var term : terms) {
            asked.stream()
                    .filter(item -> item.id().equals(term.name()))
                    .findFirst()
                    .ifPresent(item -> {
                        var language = edition.language(page.language());
                        var words = forms.choices(edition, item, language).stream()
                                .filter(choice -> term.values().contains(choice.key()))
                                .map(choice -> choice.label())
                                .collect(Collectors.joining(" / "));
                        parts.add(page.text(
                                term.unless() ? "drafts.only.unless" : "drafts.only.when",
                                forms.label(edition, item, language),
                                words));
                    });
        }
        return new Field.Only(Reveal.rule(terms), String.join(" ", parts));
    }

    private Field field(Page page, Opened draft, Item item, Map<String, String> typed, Standing standing) {
        var edition = draft.edition();
        var language = edition.language(page.language());
        var options = forms.choices(edition, item, language).stream()
                .map(choice -> Option.of(choice.key(), choice.label()))
                .toList();
        var says = item.traits().says().stream()
                .sorted()
                .map(said -> said.name().toLowerCase(Locale.ROOT))
                .map(word -> Option.of(word, page.text("drafts.say." + word)))
                .toList();
        var words = new Field.Words(
                forms.label(edition, item, language),
                help(page, edition, item, standing),
                text(edition, language, item.key() + ".why").orElse(null),
                official(page, edition, item));
        return new Field(
                item.id(),
                item.type(),
                words,
                typed,
                options,
                new Field.State(standing.optional(), standing.alone(), says, standing.only()));
    }

    private @Nullable String help(Page page, Edition edition, Item item, Standing standing) {
        var language = edition.language(page.language());
        var help = text(edition, language, item.key() + ".help").or(() -> hint(edition, item, language));
        var known = standing.known() ? page.text("drafts.question.from_profile") : "";
        return help.map(words -> known.isEmpty() ? words : words + " " + known)
                .or(() -> Optional.of(known).filter(words -> !words.isEmpty()))
                .orElse(null);
    }

    private Optional<String> hint(Edition edition, Item item, Locale language) {
        return item.type().kind() == Kind.DATE
                ? Optional.of(forms.text(edition, "type.hint.date", Map.of(), language))
                : Optional.empty();
    }

    private static @Nullable String official(Page page, Edition edition, Item item) {
        if (item.official().isEmpty()) {
            return null;
        }
        var numbers = item.official();
        var range = numbers.size() == 1 ? numbers.getFirst() : numbers.getFirst() + "–" + numbers.getLast();
        return edition.pageOf(item.key())
                .flatMap(found -> part(edition, found))
                .map(number -> page.text("drafts.item", number, range))
                .orElse(range);
    }

    static Optional<String> part(Edition edition, FormPage formPage) {
        return edition.parts().stream()
                .filter(part -> part.id().equals(formPage.part()) && part.number() != null)
                .map(part -> String.valueOf(part.number()))
                .findFirst();
    }

    /** What cannot be read, and what is still missing, of one page or instance; said with the question for a summary. */
    List<Problem> problems(Page page, Opened draft, FormPage formPage, int instance, boolean named) {
        var language = draft.edition().language(page.language());
        var problems = new ArrayList<Problem>();
        for (var view : shown(draft, formPage, instance).values()) {
            var said = draft.reading().unreadable().stream()
                    .filter(wrong -> wrong.path().equals(view.path()))
                    .findFirst();
            if (said.isPresent()) {
                var wrong = said.get();
                var message = forms.text(draft.edition(), wrong.textKey(), wrong.args(), language);
                problems.add(new Problem(
                        Names.input(view.item(), wrong.box()),
                        named ? name(draft.edition(), view.item(), wrong.box(), language) + message : message));
            } else if (view.required() && view.answer().equals(Answer.Unanswered.BLANK)) {
                var message = page.text("drafts.missing");
                problems.add(new Problem(
                        Names.input(view.item(), ""),
                        named ? name(draft.edition(), view.item(), "", language) + message : message));
            }
        }
        return problems;
    }

    /** The question and, where it has several boxes, the one that is meant. */
    private String name(Edition edition, Item item, String box, Locale language) {
        var label = forms.label(edition, item, language);
        var question = label + (label.endsWith("?") ? " " : ": ");
        return box.isEmpty() || item.type().kind() == Kind.DATE
                ? question
                : question + forms.text(edition, "type.box." + box, Map.of(), language) + ": ";
    }

    Boxes boxes(Page page, Opened draft) {
        var situation = draft.edition()
                .items()
                .filter(item -> item.type().kind() == Kind.SITUATION)
                .map(item -> draft.word(item.key()))
                .filter(word -> !word.isEmpty())
                .findFirst();
        return new Boxes(forms, draft.edition(), draft.edition().language(page.language()), situation.orElse(""));
    }

    static Optional<String> text(Edition edition, Locale language, String key) {
        return edition.hasText(language, key) ? Optional.of(edition.text(language, key)) : Optional.empty();
    }
}
