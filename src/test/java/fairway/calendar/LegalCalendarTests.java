package fairway.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class LegalCalendarTests {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private final LegalCalendar calendar = at("2026-11-23T15:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, New Year",
        "2026-01-19, Martin Luther King",
        "2026-02-16, Washington",
        "2026-05-25, Memorial Day",
        "2026-06-19, Juneteenth",
        "2026-07-03, Independence Day observed on Friday",
        "2026-09-07, Labor Day",
        "2026-10-12, Columbus Day",
        "2026-11-11, Veterans Day",
        "2026-11-26, Thanksgiving",
        "2026-12-25, Christmas",
        "2021-12-31, New Year 2022 observed in the year before",
        "2023-01-02, New Year observed on Monday",
        "2027-07-05, Independence Day observed on Monday",
        "2021-06-18, the first Juneteenth the day after the law"
    })
    void federal_holidays_are_no_business_days(LocalDate day, String name) {
        assertThat(calendar.isBusinessDay(day)).as(name).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2020-06-19", "2026-07-06", "2026-11-27", "2022-01-03", "1985-01-21", "2026-12-24"})
    void other_weekdays_are(LocalDate day) {
        assertThat(calendar.isBusinessDay(day)).isTrue();
    }

    @Test
    void a_holiday_is_kept_from_its_first_year_to_its_last() {
        var last = LocalDate.of(2027, 4, 2);
        var holiday = new Holiday(
                "spring", MonthDay.of(4, 2), null, null, null, LocalDate.of(2025, 4, 2), last, "Invented", true);
        assertThat(holiday.observedOn(LocalDate.of(2024, 4, 2))).isFalse();
        assertThat(holiday.observedOn(LocalDate.of(2025, 4, 2))).isTrue();
        assertThat(holiday.observedOn(last)).isTrue();
        assertThat(holiday.observedOn(LocalDate.of(2029, 4, 2))).isFalse();
    }

    @Test
    void a_single_day_can_be_closed_by_order() {
        var mourning = LocalDate.of(2025, 1, 9);
        var rules = new DatedRules(
                List.of(), List.of(new DatedRules.Closure(mourning, "Executive Order 14133", true)), Map.of());
        assertThat(rules.holiday(mourning)).isTrue();
        assertThat(rules.holiday(mourning.plusDays(1))).isFalse();
    }

    @Test
    void the_rules_and_the_zone_can_be_asked_for() {
        assertThat(calendar.rules()).contains("rfe.standard", "noid", "draft.expiry");
        assertThat(calendar.zone()).isEqualTo(NEW_YORK);
    }

    @Test
    void each_year_has_its_holidays_on_eleven_weekdays_or_one_more_or_less_at_new_year() {
        for (int year = 2022; year < 2200; year++) {
            var count = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> !weekend(day) && !calendar.isBusinessDay(day))
                    .count();
            assertThat(count).as("" + year).isBetween(10L, 12L);
        }
    }

    @Test
    void the_answer_to_a_request_for_evidence_is_due_after_84_days_on_a_business_day() {
        var deadline = calendar.deadline("rfe.standard", LocalDate.of(2026, 11, 23));
        assertThat(deadline.date()).isEqualTo(LocalDate.of(2027, 2, 16));
        assertThat(deadline.ceiling()).isTrue();
        assertThat(deadline.source()).contains("PA-2026-05");
        assertThat(calendar.deadline("rfe.standard", LocalDate.of(2026, 8, 4)).ceiling())
                .isFalse();
    }

    @Test
    void a_draft_ends_after_30_days_also_on_a_sunday() {
        assertThat(calendar.deadline("draft.expiry", LocalDate.of(2026, 11, 27)).date())
                .isEqualTo(LocalDate.of(2026, 12, 27));
    }

    @Test
    void a_deadline_passes_at_the_end_of_the_legal_day_also_when_clocks_change() {
        assertThat(calendar.endOf(LocalDate.of(2026, 3, 8))).isEqualTo(Instant.parse("2026-03-09T03:59:59Z"));
        assertThat(calendar.endOf(LocalDate.of(2026, 3, 7))).isEqualTo(Instant.parse("2026-03-08T04:59:59Z"));
        assertThat(calendar.endOf(LocalDate.of(2026, 11, 1))).isEqualTo(Instant.parse("2026-11-02T04:59:59Z"));
        assertThat(calendar.endOf(LocalDate.of(2026, 10, 31))).isEqualTo(Instant.parse("2026-11-01T03:59:59Z"));

        var deadline = calendar.deadline("noid", LocalDate.of(2026, 11, 4));
        assertThat(deadline.date()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(deadline.passed(Instant.parse("2026-12-05T04:59:59.999Z"))).isFalse();
        assertThat(deadline.passed(Instant.parse("2026-12-05T05:00:00Z"))).isTrue();
    }

    @Test
    void today_is_the_legal_zones_day() {
        assertThat(at("2026-11-24T04:59:59Z").today()).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(at("2026-11-24T05:00:00Z").today()).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void an_unknown_rule_is_a_fault() {
        assertThatThrownBy(() -> calendar.deadline("no.such", LocalDate.of(2026, 1, 1)))
                .hasMessageContaining("no.such");
    }

    @ParameterizedTest
    @MethodSource("anyDays")
    void a_rolled_deadline_is_a_business_day_and_never_more_than_four_days_late(LocalDate from) {
        for (var rule : rolled()) {
            var row = DatedRules.read().period(rule, from);
            var date = calendar.deadline(rule, from).date();
            assertThat(calendar.isBusinessDay(date)).as(rule).isTrue();
            assertThat(date).isBetween(from.plusDays(row.days()), from.plusDays(row.days() + 4L));
        }
    }

    @ParameterizedTest
    @MethodSource("anyDays")
    void a_later_start_never_gives_an_earlier_end(LocalDate from) {
        for (var rule : calendar.rules()) {
            var today = calendar.deadline(rule, from);
            var tomorrow = calendar.deadline(rule, from.plusDays(1));
            assertThat(tomorrow.date()).as(rule).isAfterOrEqualTo(today.date());
            assertThat(today.until().atZone(NEW_YORK).toLocalDate()).isEqualTo(today.date());
        }
    }

    static Stream<LocalDate> anyDays() {
        return new Random(765)
                .longs(
                        200,
                        LocalDate.of(2007, 1, 1).toEpochDay(),
                        LocalDate.of(2060, 1, 1).toEpochDay())
                .mapToObj(LocalDate::ofEpochDay);
    }

    private static List<String> rolled() {
        return DatedRules.read().periods().entrySet().stream()
                .filter(rule -> rule.getValue().stream().allMatch(DatedRules.Period::roll))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static LegalCalendar at(String instant) {
        return new LegalCalendar(() -> Instant.parse(instant), NEW_YORK);
    }
}
