package fairway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-6")
class PaceTests {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final Pace codes = TestLimits.defaults().of(Rate.CODES);

    @Test
    void codes_are_sent_a_minute_apart_five_in_a_quarter_hour_and_fifteen_a_day() {
        assertThat(codes.decide(List.of(), NOW)).isEqualTo(new Decision.Permitted());
        assertThat(codes.decide(List.of(NOW), NOW.plusSeconds(59))).isEqualTo(new Decision.Wait(NOW.plusSeconds(60)));
        assertThat(codes.decide(List.of(NOW), NOW.plusSeconds(60))).isEqualTo(new Decision.Permitted());
        var five = every(60, 5);
        assertThat(codes.decide(five, NOW.plusSeconds(61)))
                .isEqualTo(new Decision.Wait(NOW.minusSeconds(240).plus(Duration.ofMinutes(15))));
        assertThat(codes.decide(five.subList(0, 4), NOW.plusSeconds(61))).isEqualTo(new Decision.Permitted());
        assertThat(codes.decide(every(3_600, 15), NOW.plusSeconds(3_600)))
                .isEqualTo(new Decision.Wait(NOW.plus(Duration.ofHours(10))));
        assertThat(codes.most()).isEqualTo(15);
    }

    @ParameterizedTest
    @EnumSource(Rate.class)
    void every_limit_is_read_from_the_setting_of_its_name(Rate rate) {
        var name = rate.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var set = TestLimits.read(Map.of("fairway.limits." + name, "3 in 10s"));
        assertThat(set.of(rate)).isEqualTo(new Pace(List.of(new Pace.Window(3, Duration.ofSeconds(10)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "5 in", "0 in 1h", "5 in 25h", "5 in 0s", "apart", "5 in 1h;"})
    void settings_that_say_nothing_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Pace.valueOf(text));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, 192.0.2",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:, 2001:db8:1:",
        "2001:db8::1, 2001:db8:0:0:, 2001:db8:0:",
        "::1, 0:0:0:0:, 0:0:0:",
        "::ffff:192.0.2.7, 192.0.2.7, 192.0.2",
        "somewhere, somewhere, ''"
    })
    @Tag("A02")
    void a_place_is_one_household_in_one_network(String address, String household, String network) {
        assertThat(Place.of(address)).isEqualTo(new Place(household, network));
    }

    private static List<Instant> every(long seconds, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> NOW.minusSeconds(seconds * i))
                .toList();
    }
}
