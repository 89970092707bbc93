package fairway.filing;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.payments.Quote;
import fairway.payments.QuoteLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("FIL-6")
class PriceTests {
    private static Signable.Price price(long cents, boolean confirmed) {
        var line = new QuoteLine("x", "x", "x", "x", cents, "Invented", confirmed, "filing");
        return new Signable.Price(List.of("x"), new Quote(LocalDate.of(2026, 11, 2), List.of(line)), confirmed);
    }

    @Test
    void a_signature_alone_files_only_what_is_known_to_cost_nothing() {
        assertThat(price(0, true).free()).isTrue();
        assertThat(price(47_000, true).free()).isFalse();
        assertThat(price(0, false).free())
                .as("nobody has confirmed that it costs nothing")
                .isFalse();
    }
}
