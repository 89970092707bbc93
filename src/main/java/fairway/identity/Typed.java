package fairway.identity;

import fairway.ui.Page;
import fairway.ui.Problem;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** What somebody typed on a page of the profile, read box by box; what is wrong is kept in the order of the page. */
final class Typed {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\u00a0]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}'’ʼ.\\- ]*");
    private static final Pattern ZIP = Pattern.compile("[0-9]{5}([0-9]{4})?");
    private static final int LINE = 100;
    private static final int SHORT = 40;

    private final Page page;
    private final Map<String, String> boxes = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Typed(Page page, MultiValueMap<String, String> posted) {
        this.page = page;
        posted.toSingleValueMap().forEach((box, value) -> boxes.put(box, tidy(value)));
    }

    static String tidy(String typed) {
        var seen =
                UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFC)).replaceAll("");
        return SPACES.matcher(seen).replaceAll(" ").strip();
    }

    /** For showing the page once more. */
    Map<String, String> boxes() {
        return boxes;
    }

    List<Problem> problems() {
        return problems;
    }

    boolean sound() {
        return problems.isEmpty();
    }

    String of(String box) {
        return boxes.getOrDefault(box, "");
    }

    void problem(String box, String key, Object... arguments) {
        problems.add(new Problem(box, page.text("identity.problem." + key, arguments)));
    }

    /** A name, or empty when nothing of it was typed. */
    Optional<PersonName> name(String prefix) {
        var name = new PersonName(part(prefix, "family"), part(prefix, "given"), part(prefix, "middle"));
        if (name.whole().isEmpty()) {
            return Optional.empty();
        }
        if (name.family().isEmpty()) {
            problem(prefix + ".family", "family");
        }
        return Optional.of(name);
    }

    private String part(String prefix, String part) {
        var box = prefix + "." + part;
        var typed = line(box, LINE);
        if (!NAME.matcher(typed).matches()) {
            problem(box, "name");
        }
        return typed;
    }

    String line(String box, int longest) {
        var typed = of(box);
        if (typed.codePointCount(0, typed.length()) > longest) {
            problem(box, "long", longest);
        }
        return typed;
    }

    /** A day in three boxes; empty when nothing was typed, or when a problem was found. */
    Optional<LocalDate> day(String box, LocalDate earliest, LocalDate latest) {
        var parts = List.of(of(box + ".year"), of(box + ".month"), of(box + ".day"));
        if (parts.stream().allMatch(String::isEmpty)) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.of(number(parts.get(0)), number(parts.get(1)), number(parts.get(2)));
            if (day.isBefore(earliest) || day.isAfter(latest)) {
                problem(box, "between", page.date(earliest), page.date(latest));
                return Optional.empty();
            }
            return Optional.of(day);
        } catch (DateTimeException | NumberFormatException e) {
            problem(box, "date");
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    Optional<Phone> phone(String box) {
        var typed = of(box);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        var read = Phone.read(typed);
        if (read.isEmpty()) {
            problem(box, "phone");
        }
        return read;
    }

    PostalAddress address(String prefix) {
        var found = new HashMap<String, String>();
        for (var box : PostalAddress.BOXES) {
            found.put(box, line(prefix + "." + box, box.equals("unit_number") || box.equals("zip") ? SHORT : LINE));
        }
        need(prefix, found, "street");
        need(prefix, found, "city");
        var unit = found.getOrDefault("unit_type", "");
        var whole = !found.getOrDefault("unit_number", "").isEmpty();
        if (PostalAddress.UNITS.contains(unit) != whole) {
            problem(prefix + (whole ? ".unit_type" : ".unit_number"), "unit");
        }
        var country = found.getOrDefault("country", "");
        if (country.equals("US")) {
            found.remove("province");
            found.remove("postal_code");
            american(prefix, found);
        } else {
            found.remove("state");
            found.remove("zip");
            if (!List.of(Locale.getISOCountries()).contains(country)) {
                problem(prefix + ".country", "country");
            }
        }
        return new PostalAddress(found);
    }

    private void american(String prefix, Map<String, String> found) {
        if (!PostalAddress.STATES.contains(found.getOrDefault("state", ""))) {
            problem(prefix + ".state", "state");
        }
        var zip = found.getOrDefault("zip", "").replaceAll("[ -]", "");
        if (ZIP.matcher(zip).matches()) {
            found.put("zip", zip.length() == 9 ? zip.substring(0, 5) + "-" + zip.substring(5) : zip);
        } else {
            problem(prefix + ".zip", "zip");
        }
    }

    private void need(String prefix, Map<String, String> found, String box) {
        if (found.getOrDefault(box, "").isEmpty()) {
            problem(prefix + "." + box, box);
        }
    }
}
