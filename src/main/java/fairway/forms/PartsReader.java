package fairway.forms;

import fairway.forms.Answer.Said;
import fairway.forms.Edition.ReadPlace;
import fairway.forms.EditionReader.Given;
import fairway.forms.Item.Sensitivity;
import fairway.forms.Item.Traits;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads parts, pages and items; without conditions it makes the sketch that conditions are checked against. */
final class PartsReader {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern DOTTED = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");
    private static final Set<String> TAKEN = Set.of("today", "it", "rules", "categories", "context");

    private final String folder;
    private final Types types;
    private final Map<String, String> facts;
    private final @Nullable Conditions conditions;
    private final List<ReadPlace> places;
    private final Set<String> ids = new HashSet<>();

    PartsReader(
            String folder,
            Types types,
            Map<String, String> facts,
            @Nullable Conditions conditions,
            List<ReadPlace> places) {
        this.folder = folder;
        this.types = types;
        this.facts = facts;
        this.conditions = conditions;
        this.places = places;
    }

    List<FormPart> read(List<Raw.Part> raw) {
        return raw.stream().map(this::part).toList();
    }

    private FormPart part(Raw.Part raw) {
        var where = folder + "/parts part " + raw.id();
        claim(where, "part " + raw.id(), ID, raw.id());
        var own = Given.yes(where, raw.own(), false);
        var pages = raw.pages().stream().map(page -> page(raw.id(), page, own)).toList();
        return new FormPart(raw.id(), raw.number(), show(where, raw.show(), null), pages);
    }

    private FormPage page(String part, Raw.Page raw, boolean ownPart) {
        var where = folder + "/parts page " + raw.id();
        claim(where, "page " + raw.id(), ID, raw.id());
        var own = Given.yes(where, raw.own(), ownPart);
        var items = raw.items().stream().map(item -> item(item, null, own)).toList();
        if (items.isEmpty() || (items.size() > 1 && items.stream().anyMatch(Item::isList))) {
            throw new BadEdition(where, "a page has items, and a list stands alone on its page");
        }
        return new FormPage(raw.id(), part, show(where, raw.show(), null), items);
    }

    private Item item(Raw.Item raw, @Nullable String list, boolean ownPage) {
        var key = list == null ? raw.id() : list + "." + raw.id();
        var where = folder + "/parts item " + key;
        claim(where, key, list == null ? DOTTED : ID, raw.id());
        var type = types.type(where, raw);
        if (list != null && type.kind() == Kind.LIST) {
            throw new BadEdition(where, "a list holds no list");
        }
        var own = Given.yes(where, raw.own(), ownPage);
        var fields = Given.or(raw.items(), List.<Raw.Item>of()).stream()
                .map(field -> item(field, key, own))
                .toList();
        var required = required(where, raw.required(), list);
        return new Item(
                raw.id(),
                list,
                type,
                Given.or(raw.official(), List.of()),
                show(where, raw.show(), list),
                required,
                traits(where, raw, own, type),
                fields);
    }

    private void claim(String where, String key, Pattern shape, String id) {
        if (!shape.matcher(id).matches() || TAKEN.contains(id.replaceFirst("\\..*", ""))) {
            throw new BadEdition(where, "not a usable id: " + id);
        }
        if (!ids.add(key)) {
            throw new BadEdition(where, "the id stands there twice");
        }
        if (isItem(key) && ids.stream().anyMatch(other -> other.startsWith(key + "."))) {
            throw new BadEdition(where, "another item begins with this id");
        }
        for (int dot = id.indexOf('.'); dot > 0; dot = id.indexOf('.', dot + 1)) {
            if (ids.contains(id.substring(0, dot))) {
                throw new BadEdition(where, "begins with the id of another item: " + id.substring(0, dot));
            }
        }
    }

    private static boolean isItem(String key) {
        return !key.contains(" ");
    }

    private Condition show(String where, @Nullable String text, @Nullable String list) {
        return condition(where + " show", text, list, Condition.ALWAYS);
    }

    private Condition required(String where, @Nullable String text, @Nullable String list) {
        return condition(where + " required", text, list, Condition.ALWAYS);
    }

    private Condition condition(String where, @Nullable String text, @Nullable String list, Condition otherwise) {
        if (conditions == null) {
            return otherwise;
        }
        var condition = conditions.in(list).truth(where, text, otherwise);
        places.add(new ReadPlace(where, condition));
        return condition;
    }

    private Traits traits(String where, Raw.Item raw, boolean own, ItemType type) {
        var says = EnumSet.noneOf(Said.class);
        say(where, says, Said.NONE, raw.none());
        say(where, says, Said.UNKNOWN, raw.unknown());
        say(where, says, Said.WITHHELD, raw.withhold());
        var missing = Given.or(raw.missing(), "warn");
        if (!Set.of("block", "warn").contains(missing)) {
            throw new BadEdition(where, "missing is block or warn");
        }
        return new Traits(
                sensitivity(where, raw.sensitivity()),
                fact(where, raw.fact(), type),
                own,
                missing.equals("block"),
                says);
    }

    private static void say(String where, Set<Said> says, Said said, @Nullable String word) {
        if (Given.yes(where, word, false)) {
            says.add(said);
        }
    }

    private static Sensitivity sensitivity(String where, @Nullable String word) {
        return switch (Given.or(word, "")) {
            case "" -> Sensitivity.PLAIN;
            case "S" -> Sensitivity.SENSITIVE;
            case "S+" -> Sensitivity.HIGH;
            default -> throw new BadEdition(where, "sensitivity is S or S+");
        };
    }

    private @Nullable String fact(String where, @Nullable String fact, ItemType type) {
        if (fact != null && !type.kind().word().equals(facts.get(fact))) {
            throw new BadEdition(
                    where, "no fact " + fact + " of type " + type.kind().word() + " in facts.yaml");
        }
        return fact;
    }
}
