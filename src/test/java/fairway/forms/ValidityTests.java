package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.Edition.RuleNumber;
import fairway.forms.Edition.Source;
import fairway.forms.Header.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From when and until when an edition, or a number of law, holds. */
@Tag("FIL-11")
class ValidityTests {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 20);
    private static final LocalDate UNTIL = LocalDate.of(2026, 4, 1);

    private static Header header(boolean confirmed, @Nullable LocalDate until) {
        var source = new Source("The form’s page", FROM, confirmed);
        return new Header(
                "t-1",
                FROM,
                "T-1",
                true,
                new Header.Validity(FROM, until, source),
                new Header.Notice("1615-0000", UNTIL, 30),
                List.of("en", "es"),
                Map.of(),
                Map.of(),
                Set.of());
    }

    @Test
    void an_edition_is_taken_from_its_first_day_to_the_day_before_it_ends() {
        var header = header(true, UNTIL);
        assertThat(header.refusal(FROM.minusDays(1), false)).contains(Refusal.NOT_ACCEPTED);
        assertThat(header.refusal(FROM, false)).isEmpty();
        assertThat(header.refusal(UNTIL.minusDays(1), false)).isEmpty();
        assertThat(header.refusal(UNTIL, false)).contains(Refusal.NOT_ACCEPTED);
        assertThat(header(true, null).refusal(UNTIL.plusYears(20), false)).isEmpty();
    }

    @Test
    void what_the_agency_has_not_confirmed_is_taken_in_a_demonstration_only() {
        var header = header(false, UNTIL);
        assertThat(header.refusal(FROM, false)).contains(Refusal.UNCONFIRMED);
        assertThat(header.refusal(FROM, true)).isEmpty();
        assertThat(header.refusal(UNTIL, true)).as("and never when it is over").contains(Refusal.NOT_ACCEPTED);
    }

    @Test
    void the_first_language_is_the_one_that_is_signed() {
        assertThat(header(true, null).officialLanguage()).isEqualTo("en");
        assertThat(header(true, null).folder()).isEqualTo("t-1/2026-01-20");
    }

    @Test
    void a_number_of_law_changes_on_its_day_and_the_first_holds_before_it_too() {
        var source = new Source("Invented", FROM, true);
        var number = new RuleNumber(
                "wait", List.of(new RuleNumber.Row(FROM, 100L, source), new RuleNumber.Row(UNTIL, 150L, source)));
        assertThat(number.on(FROM.minusDays(1)).value()).isEqualTo(100L);
        assertThat(number.on(UNTIL.minusDays(1)).value()).isEqualTo(100L);
        assertThat(number.on(UNTIL).value()).isEqualTo(150L);
        assertThat(number.on(UNTIL.plusDays(1)).value()).isEqualTo(150L);
    }
}
