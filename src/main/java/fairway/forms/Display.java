package fairway.forms;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers in words, the same for review, officer and paper. */
final class Display {
    private final Edition edition;
    private final Wording shared;
    private final Locale locale;

    Display(Edition edition, Wording shared, Locale locale) {
        this.edition = edition;
        this.shared = shared;
        this.locale = locale;
    }

    String answer(Item item, Answer answer) {
        return switch (answer) {
            case Answer.Unanswered(var typed) ->
                typed.isEmpty() ? shared("type.said.unanswered") : String.join(" ", typed.values());
            case Answer.Known(var value, var _) -> value(item, value);
            case Answer.None() -> shared("type.said.none");
            case Answer.UnknownToMe() -> shared("type.said.unknown");
            case Answer.Withheld() -> shared("type.said.withheld");
            case Answer.Hidden() -> shared("type.said.hidden");
        };
    }

    private String shared(String key) {
        return shared.text(locale, key, Map.of());
    }

    private String value(Item item, Value value) {
        return switch (value) {
            case Value.Text(var text) -> text(item, text);
            case Value.Flag(var yes) -> yesNo(item, yes);
            case Value.Whole(var number) -> number(item.type().kind(), number);
            case Value.Day(var date) -> date(date);
            case Value.Many(var keys) ->
                keys.stream().map(key -> choice(item, key)).collect(Collectors.joining(", "));
            case Value.Parts(var boxes) -> parts(item.type().kind(), boxes);
        };
    }

    private String text(Item item, String text) {
        return switch (item.type().kind()) {
            case CHOICE -> choice(item, text);
            case CATEGORY -> category(text);
            case SITUATION -> edition.text(locale, "situation." + text + ".label");
            case STATE -> shared("type.state." + text);
            case COUNTRY -> country(text);
            case PHONE_US, PHONE_ANY -> Phones.shown(text);
            case A_NUMBER -> "A" + text;
            case SSN -> text.substring(0, 3) + "-" + text.substring(3, 5) + "-" + text.substring(5);
            case SEVIS -> "N-" + text.substring(1);
            case TEXT,
                    LONGTEXT,
                    EMAIL,
                    OAN,
                    I94,
                    RECEIPT,
                    PASSPORT,
                    NAME,
                    ADDRESS,
                    US_ADDRESS,
                    FOREIGN_ADDRESS,
                    DATE,
                    MONEY,
                    INT,
                    YES_NO,
                    MULTI,
                    SIGNATURE,
                    LIST -> text;
        };
    }

    private String category(String code) {
        var card = edition.categories().stream()
                .filter(category -> category.code().equals(code))
                .map(Category::card)
                .findFirst()
                .orElse(code);
        return card + ": " + edition.text(locale, "category." + code + ".meaning");
    }

    private String country(String code) {
        return SharedChoices.country(shared, code, locale);
    }

    private String choice(Item item, String key) {
        return edition.text(locale, item.key() + ".choice." + key);
    }

    private String yesNo(Item item, boolean yes) {
        var own = item.key() + ".choice." + (yes ? "yes" : "no");
        return edition.hasText(locale, own) ? edition.text(locale, own) : shared(yes ? "type.yes" : "type.no");
    }

    private String number(Kind kind, long number) {
        if (kind == Kind.INT) {
            return Long.toString(number);
        }
        var format = NumberFormat.getIntegerInstance(ULocale.US);
        return "$" + format.format(number);
    }

    String date(LocalDate date) {
        var format = DateFormat.getDateInstance(DateFormat.LONG, locale);
        format.setTimeZone(TimeZone.GMT_ZONE);
        return format.format(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private String parts(Kind kind, Map<String, String> boxes) {
        if (kind == Kind.NAME) {
            return join(" ", boxes.get("given"), boxes.get("middle"), boxes.get("family"));
        }
        if (kind == Kind.SIGNATURE) {
            return boxes.getOrDefault("name", "");
        }
        var unit = boxes.containsKey("unit_type") ? shared("type.unit." + boxes.get("unit_type")) : null;
        var care = boxes.containsKey("in_care_of") ? shared("type.care_of") + " " + boxes.get("in_care_of") : null;
        var home = join(" ", boxes.get("state"), boxes.get("zip"));
        var abroad = join(" ", boxes.get("province"), boxes.get("postal_code"));
        var country = boxes.get("country");
        return join(
                ", ",
                care,
                boxes.get("street"),
                join(" ", unit, boxes.get("unit_number")),
                boxes.get("city"),
                home,
                abroad,
                country == null ? null : country(country));
    }

    private static String join(String between, @Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(between));
    }

    /** What can be chosen, in the order to show it: countries by name, the rest as the edition has it. */
    List<Choice> options(Item item) {
        var options = new ArrayList<Choice>();
        switch (item.type().kind()) {
            case CHOICE, MULTI -> item.type().choices().forEach(key -> options.add(new Choice(key, choice(item, key))));
            case STATE -> options.addAll(SharedChoices.of(shared, "state", locale));
            case COUNTRY ->
                options.addAll(SharedChoices.countries(shared, item.type().choices(), locale));
            case CATEGORY -> item.type().choices().forEach(key -> options.add(new Choice(key, category(key))));
            case SITUATION -> item.type().choices().forEach(key -> options.add(new Choice(key, text(item, key))));
            case YES_NO -> {
                options.add(new Choice("yes", yesNo(item, true)));
                options.add(new Choice("no", yesNo(item, false)));
            }
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
                    SIGNATURE,
                    LIST -> {}
        }
        return List.copyOf(options);
    }

    /** What can be chosen whatever the form: states, countries, kinds of units. */
    static final class SharedChoices {
        private SharedChoices() {}

        static List<Choice> of(Wording shared, String box, Locale locale) {
            return switch (box) {
                case "state" -> labelled(shared, "type.state.", Places.STATES, locale);
                case "unit_type" -> labelled(shared, "type.unit.", List.of("APT", "STE", "FLR"), locale);
                case "country" -> countries(shared, Places.COUNTRIES, locale);
                default -> throw new IllegalArgumentException("Nothing to choose in " + box);
            };
        }

        static List<Choice> labelled(Wording shared, String prefix, Collection<String> keys, Locale locale) {
            return keys.stream()
                    .map(key -> new Choice(key, shared.text(locale, prefix + key, Map.of())))
                    .toList();
        }

        /** By name, as the language sorts. */
        static List<Choice> countries(Wording shared, Collection<String> codes, Locale locale) {
            var collator = Collator.getInstance(locale);
            return codes.stream()
                    .map(code -> new Choice(code, country(shared, code, locale)))
                    .sorted(Comparator.comparing(Choice::label, collator::compare))
                    .toList();
        }

        static String country(Wording shared, String code, Locale locale) {
            return code.equals(Places.STATELESS)
                    ? shared.text(locale, "type.stateless", Map.of())
                    : Places.countryName(code, locale);
        }
    }
}
