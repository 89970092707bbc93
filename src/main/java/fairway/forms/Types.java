package fairway.forms;

import fairway.forms.EditionReader.Given;
import fairway.forms.ItemType.Option;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the type of an item with its limits and refuses options the type does not have. */
final class Types {
    private static final Map<Kind, Long> LONGEST = Map.of(Kind.TEXT, 100L, Kind.LONGTEXT, 4000L);

    private final List<String> codes;
    private final List<String> leaves;

    Types(List<Category> categories, List<Situation> situations) {
        this.codes = categories.stream().map(Category::code).toList();
        this.leaves = situations.stream()
                .flatMap(Situation::all)
                .filter(Situation::isLeaf)
                .map(Situation::id)
                .toList();
    }

    ItemType type(String where, Raw.Item raw) {
        var kind = kind(where, raw.type());
        var options = options(where, kind, raw);
        refuseStrangers(where, kind, raw);
        var min = Given.or(raw.min(), kind == Kind.INT ? Long.MIN_VALUE : 0L);
        var max = Given.or(raw.max(), LONGEST.getOrDefault(kind, Long.MAX_VALUE));
        if (min > max || (kind == Kind.LIST && raw.max() == null)) {
            throw new BadEdition(where, "limits: min " + min + ", max " + raw.max());
        }
        return new ItemType(kind, min, max, choices(where, kind, raw, options), options, pattern(where, raw.pattern()));
    }

    private static Kind kind(String where, String word) {
        for (var kind : Kind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new BadEdition(where, "unknown type " + word);
    }

    private static Set<Option> options(String where, Kind kind, Raw.Item raw) {
        var options = EnumSet.noneOf(Option.class);
        add(where, options, Option.PAST, raw.past(), kind == Kind.DATE);
        add(where, options, Option.FUTURE, raw.future(), kind == Kind.DATE);
        add(where, options, Option.IN_CARE_OF, raw.inCareOf(), kind.boxes().contains("in_care_of"));
        add(where, options, Option.STATELESS, raw.stateless(), kind == Kind.COUNTRY);
        return options;
    }

    private static void add(String where, Set<Option> options, Option option, @Nullable String word, boolean fits) {
        if (word != null && !fits) {
            throw new BadEdition(
                    where, "this type has no option " + option.name().toLowerCase(Locale.ROOT));
        }
        if (Given.yes(where, word, false)) {
            options.add(option);
        }
    }

    private static void refuseStrangers(String where, Kind kind, Raw.Item raw) {
        var picks = kind == Kind.CHOICE || kind == Kind.MULTI;
        if (picks == (raw.choices() == null || raw.choices().isEmpty())) {
            throw new BadEdition(where, "choices belong to choice and multi, and only to them");
        }
        if ((kind == Kind.LIST) == (raw.items() == null || raw.items().isEmpty())) {
            throw new BadEdition(where, "items belong to list, and only to it");
        }
        var limited = Set.of(Kind.TEXT, Kind.LONGTEXT, Kind.INT, Kind.MONEY, Kind.MULTI, Kind.LIST);
        if ((raw.min() != null || raw.max() != null) && !limited.contains(kind)) {
            throw new BadEdition(where, "this type has no min and max");
        }
        if (raw.pattern() != null && kind != Kind.TEXT) {
            throw new BadEdition(where, "only text has a pattern");
        }
    }

    private List<String> choices(String where, Kind kind, Raw.Item raw, Set<Option> options) {
        return switch (kind) {
            case CHOICE, MULTI -> unique(where, Given.or(raw.choices(), List.of()));
            case CATEGORY -> some(where, codes);
            case SITUATION -> some(where, leaves);
            case STATE -> Places.STATES;
            case COUNTRY -> options.contains(Option.STATELESS) ? Places.withStateless() : Places.COUNTRIES;
            case TEXT,
                    LONGTEXT,
                    NAME,
                    ADDRESS,
                    US_ADDRESS,
                    FOREIGN_ADDRESS,
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
                    DATE,
                    MONEY,
                    INT,
                    YES_NO,
                    SIGNATURE,
                    LIST -> List.of();
        };
    }

    private static List<String> unique(String where, List<String> keys) {
        if (Set.copyOf(keys).size() != keys.size()) {
            throw new BadEdition(where, "a choice stands there twice");
        }
        return keys;
    }

    private static List<String> some(String where, List<String> keys) {
        if (keys.isEmpty()) {
            throw new BadEdition(where, "categories.yaml offers nothing to choose");
        }
        return keys;
    }

    private static @Nullable String pattern(String where, @Nullable String pattern) {
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                throw new BadEdition(where, "pattern: " + e.getDescription());
            }
        }
        return pattern;
    }
}
