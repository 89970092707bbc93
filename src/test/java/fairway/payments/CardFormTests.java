package fairway.payments;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.ui.Problem;
import fairway.ui.Texts;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardFormTests {
    private static final YearMonth NOW = YearMonth.of(2026, 11);
    private final Texts texts = new Texts();

    @ParameterizedTest
    @EnumSource
    void every_test_card_passes_as_it_is_printed(MagicCard card) {
        assertThat(problems(new CardForm(card.shown(), "11 / 26", "123"))).isEmpty();
        assertThat(new CardForm(card.number(), "", "").card()).contains(card);
        for (var language : Texts.LANGUAGES) {
            assertThat(texts.text(language, card.key())).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/26", "11 / 26", "11/2026", "1126", "12-27", "1/30", " 01 / 2030 "})
    void the_last_month_can_be_typed_in_many_ways(String expiry) {
        assertThat(problems(new CardForm("4111 1111 1111 1111", expiry, "1234")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 12/27, 123, payments.card.error.number.empty",
        "4111 1111 1111 1112, 12/27, 123, payments.card.error.number.mistyped",
        "4111 1111, 12/27, 123, payments.card.error.number.mistyped",
        "not a card, 12/27, 123, payments.card.error.number.mistyped",
        "5555 5555 5555 4444, 12/27, 123, payments.card.error.number.real",
        "4111-1111-1111-1111, 10/26, 123, payments.card.error.expiry.past",
        "4111-1111-1111-1111, 13/27, 123, payments.card.error.expiry.shape",
        "4111-1111-1111-1111, soon, 123, payments.card.error.expiry.shape",
        "4111-1111-1111-1111, 12/27, 12, payments.card.error.code",
        "4111-1111-1111-1111, 12/27, '', payments.card.error.code"
    })
    void each_fault_is_named(String number, String expiry, String code, String key) {
        assertThat(problems(new CardForm(number, expiry, code)))
                .extracting(Problem::message)
                .containsExactly(key);
    }

    @Test
    void one_wrong_digit_never_passes() {
        var random = new Random(4111);
        for (int round = 0; round < 500; round++) {
            var number = List.of(MagicCard.values()).get(random.nextInt(8)).number();
            int at = random.nextInt(number.length());
            int other = (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
            var wrong = number.substring(0, at) + other + number.substring(at + 1);
            assertThat(CardForm.adds(number)).isTrue();
            assertThat(CardForm.adds(wrong)).as(wrong).isFalse();
        }
    }

    private static List<Problem> problems(CardForm form) {
        return form.problems(key -> key, NOW);
    }
}
