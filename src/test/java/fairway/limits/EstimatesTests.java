package fairway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CAS-9")
class EstimatesTests {
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:15Z");
    private static final int MOST = 50;

    private final Pace pace = TestLimits.defaults().statusesFromOnePlace();
    private final Estimates estimates = new Estimates(MOST);

    @Test
    void the_eleventh_time_in_a_minute_waits_for_the_next_minute() {
        ask(10, NOON);
        assertThat(estimates.take("a", pace, NOON)).isEqualTo(new Decision.Wait(NOON.plusSeconds(45)));
        assertThat(estimates.take("b", pace, NOON).permitted()).isTrue();
        assertThat(estimates.take("a", pace, NOON.plusSeconds(45)).permitted()).isTrue();
    }

    @Test
    void the_sixty_first_time_in_an_hour_waits_for_the_next_hour() {
        for (int minute = 0; minute < 6; minute++) {
            ask(10, NOON.plus(Duration.ofMinutes(minute)));
        }
        assertThat(estimates.take("a", pace, NOON.plus(Duration.ofMinutes(7))))
                .isEqualTo(new Decision.Wait(Instant.parse("2026-11-23T18:00:00Z")));
        assertThat(estimates.take("a", pace, NOON.plus(Duration.ofHours(1))).permitted())
                .isTrue();
    }

    @Test
    void a_count_that_was_raised_for_a_measurement_is_read() {
        assertThat(Pace.valueOf("100000000 in 1m").most()).isEqualTo(100_000_000);
    }

    @Test
    void so_many_are_remembered_and_when_more_ask_at_once_all_are_forgotten() {
        ask(10, NOON);
        others(MOST - 1, NOON);
        assertThat(estimates.take("a", pace, NOON).permitted()).isFalse();
        others(MOST, NOON);
        assertThat(estimates.take("a", pace, NOON).permitted()).isTrue();
    }

    @Test
    void what_is_over_is_forgotten_before_what_counts() {
        var aDay = Pace.valueOf("1 in 24h");
        assertThat(estimates.take("a", aDay, NOON).permitted()).isTrue();
        others(MOST, NOON);
        assertThat(estimates.take("a", aDay, NOON.plus(Duration.ofHours(1))).permitted())
                .isFalse();
    }

    private void others(int count, Instant at) {
        for (int i = 0; i < count; i++) {
            estimates.take("other " + i, pace, at);
        }
    }

    private void ask(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            assertThat(estimates.take("a", pace, at).permitted()).isTrue();
        }
    }
}
