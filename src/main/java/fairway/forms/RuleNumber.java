package fairway.forms;

import java.time.LocalDate;
import java.util.List;

/** A number or date of law and the days from which each of its values holds. */
public record RuleNumber(String id, List<Row> rows) {
    /** One value, a {@link Long} or a {@link LocalDate}, from one day on. */
    public record Row(LocalDate from, Object value, Source source) {}

    public RuleNumber {
        rows = List.copyOf(rows);
    }

    /** The row in force on a day; before the first one, the first. */
    public Row on(LocalDate day) {
        var inForce = rows.getFirst();
        for (var row : rows) {
            if (!row.from().isAfter(day)) {
                inForce = row;
            }
        }
        return inForce;
    }
}
