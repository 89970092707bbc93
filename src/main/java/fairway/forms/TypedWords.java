package fairway.forms;

import fairway.forms.Answer.Known;
import fairway.forms.Answer.Said;
import fairway.forms.Answer.Unanswered;
import fairway.forms.Answers.Paths;
import fairway.forms.Reader.Dates;
import fairway.forms.Reading.Unreadable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Turns the words a person typed, by path and box, into answers. */
final class TypedWords {
    /** The box that stands for "none", "I do not know" and "I prefer not to say". */
    static final String SAID = "~";

    private final Edition edition;
    private final LocalDate today;
    private final List<Unreadable> unreadable = new ArrayList<>();

    TypedWords(Edition edition, LocalDate today) {
        this.edition = edition;
        this.today = today;
    }

    Answers read(Map<String, Map<String, String>> typed, Set<String> finished) {
        var items = new HashMap<String, Answer>();
        var numbers = new HashMap<String, Set<Integer>>();
        typed.forEach((path, boxes) -> edition.item(path).ifPresent(item -> {
            if (item.list() != null && Paths.isInstance(path)) {
                numbers.computeIfAbsent(item.list(), any -> new TreeSet<>()).add(Paths.instance(path));
            }
            items.put(path, answer(item, path, boxes));
        }));
        finished.forEach(page -> savedInstance(page, numbers));
        var lists = new HashMap<String, Answers.Numbers>();
        numbers.forEach((list, used) ->
                lists.put(list, new Answers.Numbers(List.copyOf(used), ((TreeSet<Integer>) used).last() + 1)));
        items.values().removeIf(Unanswered.BLANK::equals);
        return new Answers(items, lists, finished);
    }

    private void savedInstance(String page, Map<String, Set<Integer>> numbers) {
        if (Paths.isInstance(page)) {
            edition.page(Paths.list(page))
                    .filter(FormPage::isList)
                    .ifPresent(list -> numbers.computeIfAbsent(
                                    list.items().getFirst().key(), any -> new TreeSet<>())
                            .add(Paths.instance(page)));
        }
    }

    private Answer answer(Item item, String path, Map<String, String> boxes) {
        var said = said(item, boxes.getOrDefault(SAID, ""));
        if (said.isPresent()) {
            return said.get();
        }
        var words = new HashMap<>(boxes);
        words.remove(SAID);
        words.values().removeIf(String::isBlank);
        var reading = Reader.read(item.type(), words);
        var tooLate = Dates.against(item.type(), reading, today);
        return switch (tooLate == null ? reading : tooLate) {
            case Reading.Ok(var value) -> new Known(value, words);
            case Reading.Blank() -> Unanswered.BLANK;
            case Reading.Wrong wrong -> {
                unreadable.add(new Unreadable(path, wrong.box(), errorKey(item, wrong.error()), wrong.args()));
                yield new Unanswered(words);
            }
        };
    }

    private String errorKey(Item item, String error) {
        var own = item.key() + ".error." + error;
        var official = Locale.of(edition.header().officialLanguage());
        return edition.hasText(official, own) ? own : "type.error." + error;
    }

    private static Optional<Answer> said(Item item, String word) {
        for (var said : item.traits().says()) {
            if (said.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(
                        switch (said) {
                            case NONE -> new Answer.None();
                            case UNKNOWN -> new Answer.UnknownToMe();
                            case WITHHELD -> new Answer.Withheld();
                        });
            }
        }
        return Optional.empty();
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** The word for an answer that is none of a value. */
    static String word(Said said) {
        return said.name().toLowerCase(Locale.ROOT);
    }
}
