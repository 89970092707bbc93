package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("SEC-6")
class PatienceTests {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    @ParameterizedTest
    @CsvSource({"9,0", "10,20", "11,0", "20,60", "21,0", "50,1440", "51,0"})
    void codes_wait_longer_the_more_are_wrong(int failures, long minutes) {
        assertThat(Patience.CODE.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @ParameterizedTest
    @CsvSource({"4,0", "5,20", "6,0", "10,40", "15,80", "35,1280", "40,1440", "95,1440"})
    void passwords_wait_twenty_minutes_and_then_twice_as_long_each_time(int failures, long minutes) {
        assertThat(Patience.PASSWORD.after(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void the_wait_ends_on_the_second() {
        var count = new Patience.Count(5, NOW);
        assertThat(Patience.PASSWORD.decide(count, NOW.plusSeconds(1199)))
                .isEqualTo(new Decision.Wait(NOW.plusSeconds(1200)));
        assertThat(Patience.PASSWORD.decide(count, NOW.plusSeconds(1200))).isEqualTo(new Decision.Permitted());
    }

    /** Whatever somebody does between tries, no way in takes more than 100 wrong tries in a row. */
    @ParameterizedTest
    @EnumSource(Patience.class)
    void nobody_gets_more_than_a_hundred_wrong_tries(Patience patience) {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var now = NOW;
            var count = Patience.Count.NONE;
            int wrong = 0;
            for (int step = 0; step < 2_000; step++) {
                now = now.plusSeconds(random.nextInt(100_000));
                if (patience.decide(count, now) instanceof Decision.Permitted) {
                    count = new Patience.Count(count.failures() + 1, now);
                    wrong++;
                }
            }
            assertThat(wrong).isLessThanOrEqualTo(Patience.MOST);
            assertThat(patience.decide(count, now.plusSeconds(1_000_000_000))).isEqualTo(new Decision.Disabled());
        }
    }

    @Test
    void codes_are_sent_a_minute_apart_five_in_a_quarter_hour_and_fifteen_a_day() {
        var once = java.util.List.of(NOW);
        assertThat(Rate.CODES.decide(once, NOW.plusSeconds(59))).isInstanceOf(Decision.Wait.class);
        assertThat(Rate.CODES.decide(once, NOW.plusSeconds(60))).isInstanceOf(Decision.Permitted.class);
        var five = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> NOW.minusSeconds(60L * i))
                .toList();
        assertThat(Rate.CODES.decide(five, NOW.plusSeconds(61)))
                .isEqualTo(new Decision.Wait(NOW.minusSeconds(240).plus(Duration.ofMinutes(15))));
        var fifteen = java.util.stream.IntStream.range(0, 15)
                .mapToObj(i -> NOW.minusSeconds(3_600L * i))
                .toList();
        assertThat(Rate.CODES.decide(fifteen, NOW.plusSeconds(3_600))).isInstanceOf(Decision.Wait.class);
    }
}
