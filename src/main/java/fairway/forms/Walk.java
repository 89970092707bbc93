package fairway.forms;

import fairway.forms.Answers.Paths;
import fairway.forms.Condition.Scope;
import fairway.forms.Outcome.Basis;
import fairway.forms.Outcome.Gap;
import fairway.forms.Outcome.Row;
import fairway.forms.Outcome.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One pass through an edition in page order: what is shown, what is asked, and what every name stands for. */
final class Walk implements Scope {
    private static final Outcome OPEN = new Outcome(Gap.OPEN, Basis.NOTHING);

    private final Edition edition;
    private final Answers answers;
    private final Facts facts;
    private final Map<String, Outcome> values = new HashMap<>();
    private final Map<String, Outcome> shown = new HashMap<>();
    private final Map<String, Outcome> required = new HashMap<>();

    Walk(Edition edition, Answers answers, Facts facts) {
        this.edition = edition;
        this.answers = answers;
        this.facts = facts;
        values.put("today", new Outcome(facts.today(), Basis.NOTHING));
        facts.context()
                .forEach((name, value) -> values.put(
                        "context." + name,
                        new Outcome(value instanceof Integer n ? n.longValue() : value, Basis.NOTHING)));
        edition.parts().forEach(this::part);
    }

    Edition edition() {
        return edition;
    }

    Answers answers() {
        return answers;
    }

    private void part(FormPart part) {
        var partShown = part.show().decide(this);
        for (var page : part.pages()) {
            var pageShown = within(partShown, page.show(), this);
            shown.put("page " + page.id(), pageShown);
            page.items().forEach(item -> item(page, item, pageShown));
        }
    }

    private static Outcome within(Outcome outer, Condition show, Scope scope) {
        return outer.isFalse() ? outer : Outcome.and(outer, show.decide(scope));
    }

    private void item(FormPage page, Item item, Outcome pageShown) {
        var visible = within(pageShown, item.show(), this);
        if (item.isList()) {
            list(page, item, visible);
            return;
        }
        values.put(item.key(), place(page, item, item.key(), visible, this));
    }

    private void list(FormPage page, Item list, Outcome visible) {
        shown.put(list.key(), visible);
        required.put(list.key(), list.required().decide(this));
        var rows = new ArrayList<Row>();
        for (var number : answers.numbers(list.key())) {
            var fields = new HashMap<String, Outcome>();
            Row row = name -> fields.getOrDefault(name, OPEN);
            var inside = with("it", new Outcome(row, Basis.NOTHING));
            for (var field : list.fields()) {
                var fieldShown = within(visible, field.show(), inside);
                fields.put(field.id(), place(page, field, field.path(number), fieldShown, inside));
            }
            rows.add(row);
        }
        var value = new Rows(list.key(), List.copyOf(rows), !answers.isFinished(page.id()));
        values.put(list.key(), visible.isTrue() ? new Outcome(value, Basis.of(list.key())) : absent(visible));
    }

    /** Notes what is shown and required, and gives the value conditions read. */
    private Outcome place(FormPage page, Item item, String path, Outcome visible, Scope scope) {
        shown.put(path, visible);
        if (!visible.isTrue()) {
            return absent(visible);
        }
        var needed = item.required().decide(scope);
        required.put(path, needed);
        var basis = Basis.of(path);
        return switch (answers.of(path)) {
            case Answer.Known(var value, var _) -> new Outcome(seen(value), basis);
            case Answer.None() -> new Outcome(Gap.NONE, basis);
            case Answer.UnknownToMe() -> new Outcome(Gap.UNKNOWN, basis);
            case Answer.Withheld() -> new Outcome(Gap.WITHHELD, basis);
            case Answer.Hidden() -> new Outcome(Gap.HIDDEN, basis);
            case Answer.Unanswered(var typed) -> {
                var left = typed.isEmpty()
                        && needed.isFalse()
                        && (answers.isFinished(page.id()) || savedAlone(page, path));
                yield new Outcome(left ? Gap.BLANK : Gap.OPEN, basis);
            }
        };
    }

    /** An instance saved while its list is still growing. */
    private boolean savedAlone(FormPage page, String path) {
        return Paths.isInstance(path) && answers.isFinished(page.id() + "[" + Paths.instance(path) + "]");
    }

    private static Outcome absent(Outcome visible) {
        return new Outcome(visible.isFalse() ? Gap.HIDDEN : Gap.OPEN, visible.basis());
    }

    @Override
    public Outcome name(String name) {
        var value = values.get(name);
        return value != null ? value : constant(name);
    }

    /** Rule numbers, tags and the category table; circumstances nobody told are blank. */
    private Outcome constant(String name) {
        var constant = new Outcome(lookUp(name), Basis.NOTHING);
        values.put(name, constant);
        return constant;
    }

    private Object lookUp(String name) {
        if (name.startsWith("rules.")) {
            var rule = edition.rules().get(name.substring("rules.".length()));
            return rule == null ? Gap.BLANK : rule.on(facts.today()).value();
        }
        if (name.startsWith("categories.")) {
            var tag = name.substring("categories.".length());
            return edition.categories().stream()
                    .filter(category -> category.tags().contains(tag))
                    .map(Category::code)
                    .toList();
        }
        if (name.startsWith("reasons(")) {
            var code = name.substring("reasons(".length(), name.length() - 1);
            return edition.categories().stream()
                    .filter(category -> category.code().equals(code))
                    .findFirst()
                    .<Object>map(Category::reasons)
                    .orElse(Gap.BLANK);
        }
        return name.startsWith("context.") ? Gap.BLANK : Gap.OPEN;
    }

    Outcome pageShown(String page) {
        return shown.getOrDefault("page " + page, OPEN);
    }

    Outcome shown(String path) {
        return shown.getOrDefault(path, OPEN);
    }

    boolean isRequired(String path) {
        var needed = required.get(path);
        return needed != null && needed.isTrue();
    }

    /** The scope inside one instance. */
    Scope inside(String list, int number) {
        if (values.get(list) instanceof Outcome(Rows rows, var _)) {
            var at = answers.numbers(list).indexOf(number);
            return with("it", new Outcome(rows.rows().get(at), Basis.NOTHING));
        }
        return with("it", OPEN);
    }

    /** The answer as it counts: hidden where it is not asked. */
    Answer counted(String path) {
        return shown(path).isTrue() ? answers.of(path) : new Answer.Hidden();
    }

    /** A value as conditions see it. */
    static Object seen(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Flag(var yes) -> yes;
            case Value.Whole(var number) -> number;
            case Value.Day(var date) -> date;
            case Value.Many(var keys) -> keys;
            case Value.Parts(var boxes) -> boxes;
        };
    }
}
