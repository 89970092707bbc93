package fairway.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("CAS-9")
class ScrambleTests {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 765})
    void gives_every_number_exactly_once(long key) {
        var small = new Scramble(100, keyed(key));
        assertThat(LongStream.range(0, small.size()).map(small::of).sorted().toArray())
                .isEqualTo(LongStream.range(0, small.size()).toArray());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 765})
    void never_issues_neighbours_one_after_the_other_even_where_places_are_lost(long key) {
        var small = new Scramble(100, keyed(key));
        var losses = new Random(key);
        var issued = LongStream.range(0, small.size())
                .filter(index -> !small.leftOut(index))
                .filter(index -> losses.nextInt(4) > 0)
                .map(small::of)
                .toArray();
        assertThat(issued.length).isGreaterThan(7_000);
        for (int i = 1; i < issued.length; i++) {
            assertThat(Math.abs(issued[i] - issued[i - 1])).isGreaterThan(1);
        }
    }

    @Test
    void covers_ten_digits_without_repeating_or_lining_up() {
        var full = new Scramble(100_000, keyed(42));
        var first = LongStream.range(0, 100_000).map(full::of).toArray();
        assertThat(first).doesNotHaveDuplicates();
        assertThat(LongStream.of(first)).allMatch(number -> number >= 0 && number < 10_000_000_000L);
        long rising = LongStream.range(1, first.length)
                .filter(i -> first[(int) i] > first[(int) i - 1])
                .count();
        assertThat(rising).isBetween(49_000L, 51_000L);
    }

    @Test
    void another_key_is_another_order() {
        var one = new Scramble(100_000, keyed(1));
        var other = new Scramble(100_000, keyed(2));
        assertThat(LongStream.range(0, 1_000).filter(i -> one.of(i) == other.of(i)))
                .isEmpty();
    }

    /** Another order under the same key would give somebody a number that somebody else has. */
    @Test
    void the_order_under_a_key_stays_as_it_is_for_ever() {
        var full = new Scramble(100_000, (round, half) -> 31 * half + 1_009 * round);
        assertThat(LongStream.of(0, 1, 2, 9_999_999_999L).map(full::of).toArray())
                .containsExactly(8_836_794_949L, 7_007_253_438L, 5_177_711_927L, 8_102_854_755L);
    }

    @Test
    void says_so_when_no_number_is_left() {
        var small = new Scramble(10, keyed(1));
        assertThatIllegalArgumentException().isThrownBy(() -> small.of(100));
    }

    private static LongBinaryOperator keyed(long key) {
        return (round, half) -> new Random(key * 1_000_003 + round * 7_919 + half).nextLong() >>> 2;
    }
}
