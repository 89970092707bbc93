package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CAS-9")
class ReceiptNumberTests {
    private static final ReceiptNumber NUMBER = new ReceiptNumber("FWY0120056709");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FWY0120056709",
                " fwy 0120 056 709 ",
                "FWY-01-200-56709",
                "fwyO12OO567O9",
                "FWY\u00a00120\u2013056\u2014709",
                "F W Y 0 1 2 0 0 5 6 7 0 9",
                "FWY.0120056709",
                "FWY_0120/056709"
            })
    void is_read_as_people_type_it(String typed) {
        assertThat(ReceiptNumber.read(typed)).contains(NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "FWY",
                "FWY012005670",
                "FWY01200567091",
                "FW10120056709",
                "0120056709FWY",
                "FWY01200567I9",
                "FWY٠١٢٠٠٥٦٧٠٩",
                "ÄWY0120056709",
                "<script>alert"
            })
    void is_not_guessed_from_anything_else(String typed) {
        assertThat(ReceiptNumber.read(typed)).isEmpty();
    }

    @Test
    void keeps_a_letter_O_in_the_prefix() {
        assertThat(ReceiptNumber.read("ooo-oooooooooo").map(ReceiptNumber::value))
                .contains("OOO0000000000");
    }

    @ParameterizedTest
    @MethodSource("anyNumbers")
    void reads_back_its_own_grouping(ReceiptNumber number) {
        assertThat(ReceiptNumber.read(number.grouped())).contains(number);
    }

    @Test
    void is_shown_in_groups() {
        assertThat(NUMBER.grouped()).isEqualTo("FWY 0120 056 709");
    }

    @Test
    void stands_in_an_address_without_groups() {
        assertThat("/cases/" + NUMBER).isEqualTo("/cases/FWY0120056709");
    }

    @Test
    void cannot_be_wrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReceiptNumber("FWY 0120 056 709"));
    }

    static Stream<ReceiptNumber> anyNumbers() {
        var random = new Random(765);
        return IntStream.range(0, 50)
                .mapToObj(any -> new ReceiptNumber("%c%c%c%010d"
                        .formatted(letter(random), letter(random), letter(random), random.nextLong(10_000_000_000L))));
    }

    private static char letter(Random random) {
        return (char) ('A' + random.nextInt(26));
    }
}
