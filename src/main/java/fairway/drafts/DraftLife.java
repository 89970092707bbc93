package fairway.drafts;

import fairway.calendar.LegalCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** How long an untouched draft is kept; the number of days is a rule of the calendar. */
@Component
class DraftLife {
    static final String RULE = "draft.expiry";
    private final LegalCalendar calendar;
    private final ZoneId zone;

    DraftLife(LegalCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
    }

    /** The end of the last day of a draft that was touched now. */
    Instant endFrom(Instant now) {
        return calendar.deadline(RULE, day(now)).until();
    }

    /** How many days a draft is kept that is touched now. */
    long days(Instant now) {
        return ChronoUnit.DAYS.between(
                day(now), calendar.deadline(RULE, day(now)).date());
    }

    LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
