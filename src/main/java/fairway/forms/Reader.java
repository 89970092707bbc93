package fairway.forms;

import static fairway.forms.Reading.text;
import static fairway.forms.Reading.wrong;

import fairway.forms.ItemType.Option;
import fairway.forms.Reading.Wrong;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people type, kindly: spaces, dashes and case do not matter; never throws, whatever the words. */
final class Reader {
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]]{1,64}@[^\\s@<>,;:\"()\\[\\]._-][^\\s@<>,;:\"()\\[\\]]*\\.[^\\s@.]{2,}");
    private static final Pattern MONEY = Pattern.compile("\\$?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,15})(\\.0{0,2})?\\$?");
    private static final Pattern INT = Pattern.compile("-?[0-9]{1,15}");

    private Reader() {}

    /** The words by box; the only box of a type is the empty string. */
    static Reading read(ItemType type, Map<String, String> typed) {
        if (type.kind() == Kind.LIST
                || typed.values().stream().allMatch(word -> Words.line(word).isEmpty())) {
            return new Reading.Blank();
        }
        return switch (type.kind()) {
            case NAME -> Words.name(typed);
            case SIGNATURE -> Words.signature(typed);
            case ADDRESS, US_ADDRESS, FOREIGN_ADDRESS -> Addresses.read(type, typed);
            case DATE -> Dates.read(typed);
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
                    MONEY,
                    INT,
                    YES_NO,
                    CHOICE,
                    MULTI,
                    STATE,
                    COUNTRY,
                    CATEGORY,
                    SITUATION,
                    LIST -> one(type, typed.getOrDefault("", ""));
        };
    }

    private static Reading one(ItemType type, String typed) {
        return switch (type.kind()) {
            case TEXT -> Words.text(type, typed);
            case LONGTEXT -> Words.longText(type, typed);
            case PHONE_US -> Phones.us(typed);
            case PHONE_ANY -> Phones.any(typed);
            case EMAIL -> email(typed);
            case A_NUMBER -> aNumber(tidy(typed));
            case OAN -> shaped("oan", tidy(typed), "[0-9]{12}");
            case SSN -> ssn(tidy(typed));
            case I94 -> shaped("i94", tidy(typed), "[0-9]{9}[0-9A-Z][0-9]");
            case RECEIPT -> shaped("receipt", tidy(typed), "[A-Z]{3}[0-9]{10}");
            case PASSPORT -> shaped("passport", tidy(typed), "[0-9A-Z]{3,30}");
            case SEVIS -> sevis(tidy(typed));
            case MONEY -> money(type, squeezed(typed));
            case INT -> integer(type, squeezed(typed));
            case YES_NO -> yesNo(typed.strip().toLowerCase(Locale.ROOT));
            case MULTI -> multi(type, typed);
            case COUNTRY -> country(type, typed.strip());
            case CATEGORY -> category(type, typed);
            case STATE -> picked(type, typed.strip().toUpperCase(Locale.ROOT));
            case CHOICE, SITUATION -> picked(type, typed.strip());
            case NAME, ADDRESS, US_ADDRESS, FOREIGN_ADDRESS, DATE, SIGNATURE, LIST ->
                throw new IllegalArgumentException(type.kind() + " has boxes");
        };
    }

    /** Upper case without spaces, dashes and dots. */
    static String tidy(String typed) {
        return squeezed(typed).replaceAll("[\\p{Pd}.#]", "").toUpperCase(Locale.ROOT);
    }

    /** Without any space or sign that cannot be seen, as pages and letters put between digits; digits of every script as ours. */
    static String squeezed(String typed) {
        return typed.codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replaceAll("[\\s\\p{Z}\\p{Cf}]", "");
    }

    private static Reading shaped(String kind, String tidy, String shape) {
        return tidy.matches(shape) ? text(tidy) : wrong(kind);
    }

    private static Reading aNumber(String tidy) {
        var digits = tidy.startsWith("A") ? tidy.substring(1) : tidy;
        if (!digits.matches("[0-9]{7,9}") || digits.matches("0+")) {
            return wrong("a_number");
        }
        return text("0".repeat(9 - digits.length()) + digits);
    }

    private static Reading ssn(String tidy) {
        var real = tidy.matches("[0-9]{9}")
                && !tidy.matches("(000|666|9..).*")
                && !tidy.startsWith("00", 3)
                && !tidy.endsWith("0000");
        return real ? text(tidy) : wrong("ssn");
    }

    private static Reading sevis(String tidy) {
        var digits = tidy.startsWith("N") ? tidy.substring(1) : tidy;
        return digits.matches("[0-9]{10}") ? text("N" + digits) : wrong("sevis");
    }

    private static Reading email(String typed) {
        var address = typed.strip();
        if (address.length() > 254 || !EMAIL.matcher(address).matches() || address.contains("..")) {
            return wrong("email");
        }
        var at = address.lastIndexOf('@');
        return text(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
    }

    private static Reading money(ItemType type, String typed) {
        if (!MONEY.matcher(typed).matches()) {
            return wrong("money");
        }
        return whole(type, Long.parseLong(typed.replaceAll("\\..*|[$,]", "")));
    }

    private static Reading integer(ItemType type, String typed) {
        return INT.matcher(typed).matches() ? whole(type, Long.parseLong(typed)) : wrong("int");
    }

    private static Reading whole(ItemType type, long number) {
        if (number < type.min()) {
            return new Wrong("too_small", Map.of("min", type.min()), "");
        }
        return number > type.max()
                ? new Wrong("too_big", Map.of("max", type.max()), "")
                : new Reading.Ok(new Value.Whole(number));
    }

    private static Reading yesNo(String typed) {
        return switch (typed) {
            case "yes" -> new Reading.Ok(new Value.Flag(true));
            case "no" -> new Reading.Ok(new Value.Flag(false));
            default -> wrong("choice");
        };
    }

    private static Reading picked(ItemType type, String typed) {
        return type.choices().contains(typed) ? text(typed) : wrong("choice");
    }

    private static Reading multi(ItemType type, String typed) {
        var keys = Arrays.stream(typed.split("[,\\s]+", -1))
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        if (!type.choices().containsAll(keys)) {
            return wrong("choice");
        }
        if (keys.size() < type.min() || keys.size() > type.max()) {
            return new Wrong("multi", Map.of("min", type.min(), "max", Math.min(type.max(), 999)), "");
        }
        List<String> inOrder = type.choices().stream().filter(keys::contains).toList();
        return new Reading.Ok(new Value.Many(inOrder));
    }

    private static Reading country(ItemType type, String typed) {
        if (type.has(Option.STATELESS) && Places.fold(typed).equals(Places.STATELESS)) {
            return text(Places.STATELESS);
        }
        return Places.country(typed).<Reading>map(Reading::text).orElseGet(() -> wrong("country"));
    }

    /** {@code c8}, {@code C08} and {@code (c)(8)} are one. */
    private static Reading category(ItemType type, String typed) {
        var wanted = bare(typed);
        return type.choices().stream()
                .filter(code -> bare(code).equals(wanted))
                .findFirst()
                .<Reading>map(Reading::text)
                .orElseGet(() -> wrong("choice"));
    }

    private static String bare(String code) {
        return Places.fold(code).replaceFirst("^([a-z])0+", "$1");
    }

    /** Reads dates typed in three boxes. */
    static final class Dates {
        private static final int FIRST_YEAR = 1900;
        private static final int LAST_YEAR = 2199;

        private Dates() {}

        static Reading read(Map<String, String> typed) {
            for (var box : Kind.DATE.boxes()) {
                if (typed.getOrDefault(box, "").isBlank()) {
                    return wrong("date.box", box);
                }
            }
            var month = number(typed, "month", 2);
            if (month < 1 || month > 12) {
                return wrong("date.month", "month");
            }
            var day = number(typed, "day", 2);
            if (day < 1 || day > 31) {
                return wrong("date.day", "day");
            }
            var year = number(typed, "year", 4);
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                return wrong("date.year", "year");
            }
            try {
                return new Reading.Ok(new Value.Day(LocalDate.of(year, month, day)));
            } catch (DateTimeException e) {
                return wrong("date.unreal", "day");
            }
        }

        private static int number(Map<String, String> typed, String box, int digits) {
            var word = squeezed(typed.getOrDefault(box, ""));
            return word.matches("[0-9]{1," + digits + "}") ? Integer.parseInt(word) : -1;
        }

        /** What is wrong with a real date because of the day it is typed on. */
        static Reading.@Nullable Wrong against(ItemType type, Reading reading, LocalDate today) {
            if (!(reading instanceof Reading.Ok(Value.Day(var date)))) {
                return null;
            }
            if (type.has(Option.PAST) && date.isAfter(today)) {
                return wrong("date.not_past", "year");
            }
            return type.has(Option.FUTURE) && date.isBefore(today) ? wrong("date.not_future", "year") : null;
        }
    }
}
