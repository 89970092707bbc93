package fairway.forms;

import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** States as the paper form lists them, and countries with their names in the languages we speak. */
final class Places {
    static final String STATELESS = "stateless";
    static final List<String> STATES = List.of(
            ("AA AE AK AL AP AR AS AZ CA CO CT DC DE FL FM GA GU HI IA ID IL IN KS KY LA MA MD ME MH MI MN MO MP"
                            + " MS MT NC ND NE NH NJ NM NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA VI VT WA WI WV WY")
                    .split(" "));
    static final List<String> COUNTRIES = countries();
    private static final Map<String, String> CODES = codes();

    private Places() {}

    private static List<String> countries() {
        var codes = new TreeSet<>(List.of(Locale.getISOCountries()));
        codes.add("XK");
        return List.copyOf(new ArrayList<>(codes));
    }

    static List<String> withStateless() {
        var all = new ArrayList<>(COUNTRIES);
        all.add(STATELESS);
        return all;
    }

    static String countryName(String code, Locale language) {
        return ULocale.getDisplayCountry("und_" + code, ULocale.forLocale(language));
    }

    /** The code for a code or for a name in English or Spanish, marks and case aside. */
    static Optional<String> country(String typed) {
        return Optional.ofNullable(CODES.get(fold(typed)));
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : COUNTRIES) {
            codes.put(fold(countryName(code, Locale.ENGLISH)), code);
            codes.put(fold(countryName(code, Locale.of("es"))), code);
        }
        for (var code : COUNTRIES) {
            codes.put(fold(code), code);
        }
        codes.put(fold("USA"), "US");
        codes.put(fold("United States of America"), "US");
        codes.put(fold("Burma"), "MM");
        codes.put(fold("Ivory Coast"), "CI");
        return Map.copyOf(codes);
    }

    /** Letters and digits only, without marks and case: how a person compares. */
    static String fold(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var folded = new StringBuilder();
        plain.codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> folded.appendCodePoint(Character.toLowerCase(c)));
        return folded.toString();
    }
}
