package fairway.reach;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.ui.Network;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("CAS-9")
class LimitsTests {
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:15Z");

    private final Limits limits = new Limits(10, 60);

    @Test
    void the_eleventh_time_in_a_minute_waits_for_the_next_minute() {
        ask(10, NOON);
        assertThat(limits.ask("a", NOON)).contains(Duration.ofSeconds(45));
        assertThat(limits.ask("b", NOON)).isEmpty();
        assertThat(limits.ask("a", NOON.plusSeconds(45))).isEmpty();
    }

    @Test
    void the_sixty_first_time_in_an_hour_waits_for_the_next_hour() {
        for (int minute = 0; minute < 6; minute++) {
            ask(10, NOON.plus(Duration.ofMinutes(minute)));
        }
        assertThat(limits.ask("a", NOON.plus(Duration.ofMinutes(7))))
                .contains(Duration.ofMinutes(53).minusSeconds(15));
        assertThat(limits.ask("a", NOON.plus(Duration.ofHours(1)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:db8:1:2::9, 2001:db8:1:2:",
        "2001:db8::1, 2001:db8:0:0:",
        "::1, 0:0:0:0:"
    })
    void a_household_counts_as_one(String address, String counted) {
        assertThat(Network.of(address).value()).isEqualTo(counted);
    }

    private void ask(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            assertThat(limits.ask("a", at)).isEmpty();
        }
    }
}
