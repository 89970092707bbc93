package fairway.forms;

import com.ibm.icu.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What can be chosen whatever the form: states, countries, kinds of units. */
final class SharedChoices {
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
