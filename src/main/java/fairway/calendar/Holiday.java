package fairway.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One holiday by law: the same date each year, or a weekday counted from the start or the end ({@code -1}) of a month. */
record Holiday(
        String id,
        @Nullable MonthDay fixed,
        @Nullable Integer month,
        @Nullable DayOfWeek weekday,
        @Nullable Integer nth,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        boolean confirmed) {

    Holiday {
        if ((fixed == null) == (month == null || weekday == null || nth == null)) {
            throw new IllegalArgumentException("Holiday " + id + " needs either a fixed day or month, weekday and nth");
        }
    }

    /** Whether this holiday is kept on that day: a January 1 on a Saturday is kept in the year before. */
    boolean observedOn(LocalDate day) {
        return IntStream.of(0, 1)
                .mapToObj(later -> inYear(day.getYear() + later))
                .filter(date -> !date.isBefore(from) && (to == null || !date.isAfter(to)))
                .anyMatch(date -> observed(date).equals(day));
    }

    private LocalDate inYear(int year) {
        if (fixed != null) {
            return fixed.atYear(year);
        }
        if (month == null || weekday == null || nth == null) {
            throw new IllegalStateException(id);
        }
        return LocalDate.of(year, Month.of(month), 1).with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
    }

    private static LocalDate observed(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
        };
    }
}
