package fairway.forms;

import static fairway.forms.Reading.wrong;

import fairway.forms.ItemType.Option;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads dates typed in three boxes. */
final class Dates {
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
        var word = typed.getOrDefault(box, "").strip();
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
