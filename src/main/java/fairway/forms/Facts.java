package fairway.forms;

import java.time.LocalDate;
import java.util.Map;

/** What counts besides the answers: the legal day, and what the edition declares as its context (strings, booleans, numbers, days, lists of strings). */
public record Facts(LocalDate today, Map<String, Object> context) {
    public Facts {
        context = Map.copyOf(context);
    }

    public static Facts on(LocalDate today) {
        return new Facts(today, Map.of());
    }
}
