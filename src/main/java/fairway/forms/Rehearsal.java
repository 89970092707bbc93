package fairway.forms;

import fairway.forms.Fees.FeeRef;
import fairway.forms.Persona.Vector;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An invented person's answers put through the same readers as typed ones, and what they lead to. */
final class Rehearsal {
    private final Edition edition;
    private final LocalDate today;
    private final Map<String, Map<String, String>> typed = new LinkedHashMap<>();
    private final Map<String, Object> context;

    Rehearsal(Edition edition, LocalDate today, Map<String, Object> answers, Map<String, Object> context) {
        this.edition = edition;
        this.today = today;
        this.context = context;
        answers.forEach(this::type);
    }

    static Rehearsal of(Edition edition, Persona persona) {
        return new Rehearsal(edition, persona.today(), persona.answers(), persona.context());
    }

    static Rehearsal of(Edition edition, Vector vector) {
        var base = edition.personas().stream()
                .filter(persona -> persona.id().equals(vector.base()))
                .findFirst()
                .orElseThrow(() -> new BadEdition(edition + "/vectors.yaml", "no persona " + vector.base()));
        var answers = new LinkedHashMap<>(base.answers());
        vector.change().forEach((key, value) -> {
            if ("~blank".equals(value)) {
                answers.remove(key);
            } else {
                answers.put(key, value);
            }
        });
        var context = new HashMap<>(base.context());
        context.putAll(vector.context());
        var today = vector.today();
        return new Rehearsal(edition, today == null ? base.today() : today, answers, context);
    }

    private void type(String key, Object answer) {
        var item = edition.item(key).orElseThrow(() -> new BadEdition(edition + "/personas", "no item " + key));
        if (!item.isList()) {
            typed.put(key, boxes(item, answer));
            return;
        }
        int number = 0;
        for (var row : (List<?>) answer) {
            number++;
            for (var field : ((Map<?, ?>) row).entrySet()) {
                var name = item.key() + "." + field.getKey();
                var of = edition.item(name).orElseThrow(() -> new BadEdition(edition + "/personas", "no item " + name));
                typed.put(of.path(number), boxes(of, field.getValue()));
            }
        }
    }

    static Map<String, String> boxes(Item item, Object answer) {
        return switch (answer) {
            case Map<?, ?> boxes ->
                boxes.entrySet().stream()
                        .collect(Collectors.toMap(
                                box -> box.getKey().toString(),
                                box -> box.getValue().toString()));
            case List<?> keys -> Map.of("", keys.stream().map(Object::toString).collect(Collectors.joining(" ")));
            case Boolean yes -> Map.of("", yes ? "yes" : "no");
            case String word when word.startsWith("~") -> Map.of(TypedWords.SAID, word.substring(1));
            case String word
            when item.type().kind() == Kind.DATE && word.matches("\\d{4}-\\d\\d?-\\d\\d?") ->
                Map.of(
                        "year", word.substring(0, 4),
                        "month", word.substring(5, word.lastIndexOf('-')),
                        "day", word.substring(word.lastIndexOf('-') + 1));
            case String word when item.type().kind() == Kind.SIGNATURE -> Map.of("name", word);
            default -> Map.of("", answer.toString());
        };
    }

    /** The answers of someone who has saved every page. */
    Answers answers() {
        var pages = edition.pages().map(FormPage::id).collect(Collectors.toSet());
        return new TypedWords(edition, today).read(typed, pages);
    }

    Walk walk() {
        return new Walk(edition, answers(), new Facts(today, context));
    }

    /** What it leads to, in the words of a persona file. */
    Persona.Expect outcome() {
        var walk = walk();
        var checker = new Checker(walk, Levels.AS_WRITTEN);
        return new Persona.Expect(
                new Guide(walk).journey().shown().map(view -> view.page().id()).toList(),
                checker.findings().stream().map(Finding::id).distinct().toList(),
                checker.needs().stream()
                        .map(need -> need.slot().id())
                        .distinct()
                        .toList(),
                checker.fees().owed().stream().map(FeeRef::code).toList());
    }
}
