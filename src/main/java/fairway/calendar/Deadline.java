package fairway.calendar;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The last day something can be done. {@code until} is the last second of that day in the legal zone, for showing; ask
 * {@link #passed} rather than comparing it. A {@code ceiling} is the latest day that may be chosen.
 */
public record Deadline(String rule, LocalDate date, Instant until, String source, boolean confirmed, boolean ceiling) {

    public boolean passed(Instant now) {
        return !now.isBefore(until.plusSeconds(1));
    }
}
