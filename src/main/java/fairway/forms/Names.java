package fairway.forms;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import fairway.forms.Edition.RuleNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything a condition of one edition may name, with its CEL type and its admitted words. */
final class Names {
    static final CelType DATE = OpaqueType.create("date");
    private static final CelType STRINGS = ListType.create(SimpleType.STRING);

    private final Map<String, CelType> variables = new LinkedHashMap<>();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final Map<String, CelType> structs = new LinkedHashMap<>();
    private final Map<String, List<Category>> tags = new LinkedHashMap<>();

    Names(
            List<FormPart> parts,
            Map<String, RuleNumber> rules,
            List<Category> categories,
            Map<String, ItemType> context) {
        variables.put("today", DATE);
        parts.stream()
                .flatMap(part -> part.pages().stream())
                .flatMap(page -> page.items().stream())
                .forEach(this::declare);
        rules.forEach((id, rule) -> variables.put("rules." + id, typeOf(rule)));
        context.forEach((id, type) -> declare("context." + id, type));
        for (var category : categories) {
            category.tags()
                    .forEach(tag ->
                            tags.computeIfAbsent(tag, any -> new ArrayList<>()).add(category));
        }
        tags.keySet().forEach(tag -> variables.put("categories." + tag, STRINGS));
    }

    private static CelType typeOf(RuleNumber rule) {
        return rule.rows().getFirst().value() instanceof LocalDate ? DATE : SimpleType.INT;
    }

    private void declare(Item item) {
        if (!item.isList()) {
            declare(item.key(), item.type());
            return;
        }
        var fields = new LinkedHashMap<String, CelType>();
        for (var field : item.fields()) {
            fields.put(field.id(), celType(field.type()));
            remember(field.key(), field.type());
        }
        variables.put(item.key(), ListType.create(struct(item.key(), fields)));
    }

    private void declare(String name, ItemType type) {
        variables.put(name, celType(type));
        remember(name, type);
    }

    private void remember(String key, ItemType type) {
        if (!type.choices().isEmpty()) {
            words.put(key, type.choices());
        }
        if (type.kind().boxes().contains("state")) {
            words.put(key + ".state", Places.STATES);
        }
        if (type.kind().boxes().contains("country")) {
            words.put(key + ".country", Places.COUNTRIES);
        }
    }

    private CelType celType(ItemType type) {
        return switch (type.kind()) {
            case DATE -> DATE;
            case MONEY, INT -> SimpleType.INT;
            case YES_NO -> SimpleType.BOOL;
            case MULTI -> STRINGS;
            case NAME, ADDRESS, US_ADDRESS, FOREIGN_ADDRESS, SIGNATURE -> composite(type.kind());
            case TEXT,
                    LONGTEXT,
                    PHONE_US,
                    PHONE_ANY,
                    EMAIL,
                    A_NUMBER,
                    OAN,
                    SSN,
                    I94,
                    RECEIPT,
                    PASSPORT,
                    SEVIS,
                    CHOICE,
                    STATE,
                    COUNTRY,
                    CATEGORY,
                    SITUATION,
                    LIST -> SimpleType.STRING;
        };
    }

    private CelType composite(Kind kind) {
        var fields = new LinkedHashMap<String, CelType>();
        kind.boxes().forEach(box -> fields.put(box, SimpleType.STRING));
        return struct(kind.word(), fields);
    }

    private CelType struct(String name, Map<String, CelType> fields) {
        return structs.computeIfAbsent(name, any -> struct(name, ImmutableMap.copyOf(fields)));
    }

    private static CelType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
    }

    Map<String, CelType> variables() {
        return variables;
    }

    /** The struct of one instance of a list. */
    Optional<CelType> row(String list) {
        return Optional.ofNullable(structs.get(list));
    }

    /** The words a string with this key can be, if they are a closed set. */
    Optional<List<String>> words(String key) {
        return Optional.ofNullable(words.get(key));
    }

    /** The key of a list if this is the name of one. */
    boolean isList(String name) {
        return structs.containsKey(name) && variables.containsKey(name);
    }

    /** Whether a name is that of an item rather than of a rule number, tag or circumstance. */
    boolean isItem(String name) {
        return !name.equals("today")
                && !name.startsWith("rules.")
                && !name.startsWith("categories.")
                && !name.startsWith("context.");
    }

    Map<String, List<Category>> tags() {
        return tags;
    }

    CelTypeProvider types() {
        return new Structs(ImmutableMap.copyOf(structs));
    }

    /** The composite types, for the type checker. */
    private record Structs(ImmutableMap<String, CelType> byName) implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return ImmutableList.<CelType>builder()
                    .addAll(byName.values())
                    .add(DATE)
                    .build();
        }

        @Override
        public Optional<CelType> findType(String name) {
            return types().stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }
}
