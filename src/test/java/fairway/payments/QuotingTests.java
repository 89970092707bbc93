package fairway.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.ui.Texts;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotingTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final FeeSchedule schedule = FeeSchedule.read();
    private final Texts texts = new Texts();

    @ParameterizedTest
    @CsvSource({
        "i765.general, 2026-11-23, 47000, true, filing",
        "i765.c9-reduced, 2026-11-23, 26000, true, filing",
        "i765.i485-2007-2024, 2026-11-23, 0, true, filing",
        "i765.agency-error, 2026-11-23, 0, true, filing",
        "i765.hr1.c8-initial, 2026-10-15, 56000, true, hr1",
        "i765.hr1.c8-initial, 2026-10-16, 57000, true, hr1",
        "i765.hr1.tps-initial, 2026-10-15, 56000, true, hr1",
        "i765.hr1.tps-initial, 2026-10-16, 57000, true, hr1",
        "i765.hr1.c8-renewal, 2026-11-23, 27500, true, hr1",
        "i765.hr1.tps-renewal, 2026-11-23, 28000, true, hr1",
        "i765.hr1.parole-initial, 2026-11-23, 56000, false, hr1",
        "i765.c8-abc-initial, 2026-11-23, 47000, false, filing",
        "i765.exempt.c4, 2026-11-23, 0, false, filing"
    })
    void the_price_is_the_one_of_the_day(String code, LocalDate on, long cents, boolean confirmed, String group) {
        var line = schedule.line(new FeeCode(code, "why"), on);
        assertThat(line.cents()).isEqualTo(cents);
        assertThat(line.confirmed()).isEqualTo(confirmed);
        assertThat(line.group()).isEqualTo(group);
        assertThat(line.rule()).matches(code + "@\\d{4}-\\d\\d-\\d\\d");
        assertThat(line.source()).isNotBlank();
    }

    @Test
    void fees_of_different_groups_are_separate_payments_and_zero_lines_need_none() {
        var renewal = quote("i765.general", "i765.hr1.c8-renewal");
        assertThat(renewal.payments()).containsExactly("filing", "hr1");
        assertThat(renewal.total()).isEqualTo(74500);

        var first = quote("i765.c8-initial", "i765.hr1.c8-initial");
        assertThat(first.groups()).containsExactly("filing", "hr1");
        assertThat(first.payments()).containsExactly("hr1");

        assertThat(quote("i765.agency-error").payments()).isEmpty();
        assertThat(quote("i765.general", "i765.hr1.parole-initial").unconfirmed())
                .containsExactly("i765.hr1.parole-initial");
    }

    @Test
    void an_unknown_fee_or_a_day_without_a_price_is_a_fault() {
        assertThatThrownBy(() -> quote("i765.nothing")).hasMessageContaining("i765.nothing");
        assertThatThrownBy(() -> schedule.line(new FeeCode("i765.general", "why"), LocalDate.of(2024, 3, 31)))
                .hasMessageContaining("2024-03-31");
    }

    @ParameterizedTest
    @MethodSource("codes")
    void every_fee_has_a_name_and_a_group_in_both_languages_and_prices_in_order(String code) {
        var fee = java.util.Objects.requireNonNull(schedule.fees().get(code));
        for (var language : Texts.LANGUAGES) {
            assertThat(texts.text(language, FeeSchedule.nameKey(code))).isNotBlank();
            assertThat(texts.text(language, "payments.group." + fee.group())).isNotBlank();
        }
        var days = fee.prices().stream().map(FeeSchedule.Price::from).toList();
        assertThat(days).isSorted().hasSameSizeAs(new HashSet<>(days));
        assertThat(fee.prices()).allSatisfy(price -> assertThat(price.cents()).isNotNegative());
    }

    static Stream<String> codes() {
        return FeeSchedule.read().fees().keySet().stream().sorted();
    }

    private Quote quote(String... codes) {
        return new Quote(
                TODAY,
                List.of(codes).stream()
                        .map(code -> schedule.line(new FeeCode(code, "why"), TODAY))
                        .toList());
    }
}
