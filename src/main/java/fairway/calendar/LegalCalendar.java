package fairway.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Legal days: they begin and end in the installation's legal zone, wherever the person is. */
@Service
public class LegalCalendar {
    private final DatedRules rules = DatedRules.read();
    private final InstantSource clock;
    private final ZoneId zone;

    LegalCalendar(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The legal day on which this instant falls. */
    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public ZoneId zone() {
        return zone;
    }

    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !rules.holiday(day);
    }

    /** The first business day on or after this day. */
    public LocalDate nextBusinessDay(LocalDate day) {
        var next = day;
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** The last second of the legal day. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }

    /** Counts the rule's days from {@code from} (day 0), by the row of the rule that is in force on that day. */
    public Deadline deadline(String rule, LocalDate from) {
        var period = rules.period(rule, from);
        var last = from.plusDays(period.days());
        var date = period.roll() ? nextBusinessDay(last) : last;
        return new Deadline(rule, date, endOf(date), period.source(), period.confirmed(), period.ceiling());
    }

    /** The names of all rules. */
    public Set<String> rules() {
        return Set.copyOf(rules.periods().keySet());
    }
}
