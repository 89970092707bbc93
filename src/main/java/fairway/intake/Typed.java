package fairway.intake;

import fairway.identity.PersonName;
import fairway.identity.PostalAddress;
import fairway.ui.Page;
import fairway.ui.Problem;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** What somebody typed, read box by box; what is wrong is kept in the order of the page. */
final class Typed {
    static final Typed NOTHING = new Typed(Map.of());

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Cntrl}\\u00a0]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}'’ʼ.\\- ]{0,100}");
    private static final Pattern LINE = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’ʼ.,#/&\\- ]{1,100}");
    private static final Pattern ZIP = Pattern.compile("[0-9]{5}(-[0-9]{4})?");
    private static final Pattern A_NUMBER = Pattern.compile("[Aa]?([0-9]{7,9})");
    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

    private final Map<String, String> boxes;
    private final List<Problem> problems = new ArrayList<>();

    private Typed(Map<String, String> boxes) {
        this.boxes = boxes;
    }

    static Typed of(MultiValueMap<String, String> posted) {
        var boxes = new HashMap<String, String>();
        posted.toSingleValueMap().forEach((box, value) -> boxes.put(box, tidy(value)));
        return new Typed(boxes);
    }

    private static String tidy(String value) {
        var whole = Normalizer.normalize(value, Normalizer.Form.NFC);
        return SPACES.matcher(whole).replaceAll(" ").strip();
    }

    String of(String box) {
        return boxes.getOrDefault(box, "");
    }

    List<Problem> problems() {
        return problems;
    }

    boolean sound() {
        return problems.isEmpty();
    }

    void problem(Page page, String box, String key, Object... arguments) {
        problems.add(new Problem(box, page.text("intake.problem." + key, arguments)));
    }

    /** A day in three boxes, not before 1900 and not after today. */
    Optional<LocalDate> born(Page page, LocalDate today) {
        try {
            var day = LocalDate.of(number("born.year"), number("born.month"), number("born.day"));
            if (!day.isBefore(LONG_AGO) && !day.isAfter(today)) {
                return Optional.of(day);
            }
        } catch (DateTimeException | NumberFormatException e) {
            // said below, together with days that cannot be
        }
        problem(page, "born", "born");
        return Optional.empty();
    }

    private int number(String box) {
        return Integer.parseInt(of(box));
    }

    PersonName name(Page page) {
        var name = new PersonName(part(page, "family"), part(page, "given"), part(page, "middle"));
        if (name.family().isEmpty()) {
            problem(page, "family", "family");
        }
        return name;
    }

    private String part(Page page, String box) {
        if (!NAME.matcher(of(box)).matches()) {
            problem(page, box, "name");
        }
        return of(box);
    }

    /** Nine digits, or empty. */
    String aNumber(Page page) {
        var typed = of("a_number").replaceAll("[ -]", "");
        var read = A_NUMBER.matcher(typed);
        if (read.matches()) {
            return "0".repeat(9 - read.group(1).length()) + read.group(1);
        }
        if (!typed.isEmpty()) {
            problem(page, "a_number", "a_number");
        }
        return "";
    }

    PostalAddress address(Page page) {
        for (var box : List.of("street", "city")) {
            if (!LINE.matcher(of(box)).matches()) {
                problem(page, box, box);
            }
        }
        if (!of("in_care_of").isEmpty() && !LINE.matcher(of("in_care_of")).matches()) {
            problem(page, "in_care_of", "line");
        }
        if (!PostalAddress.STATES.contains(of("state"))) {
            problem(page, "state", "state");
        }
        if (!ZIP.matcher(of("zip")).matches()) {
            problem(page, "zip", "zip");
        }
        return new PostalAddress(Map.of(
                "country", "US",
                "in_care_of", of("in_care_of"),
                "street", of("street"),
                "city", of("city"),
                "state", of("state"),
                "zip", of("zip")));
    }

    /** One of these, or a problem. */
    String one(Page page, String box, List<String> choices) {
        if (!choices.contains(of(box))) {
            problem(page, box, "choose");
        }
        return of(box);
    }
}
