package fairway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CAS-9")
class EstimatesTests {
    private static final Instant NOON = Instant.parse("2026-11-23T17:00:15Z");
    private static final Pace PACE = TestLimits.defaults().statusesFromOnePlace();

    private final Estimates estimates = new Estimates();

    @Test
    void the_eleventh_time_in_a_minute_waits_for_the_next_minute() {
        ask(10, NOON);
        assertThat(estimates.take("a", PACE, NOON)).isEqualTo(new Decision.Wait(NOON.plusSeconds(45)));
        assertThat(estimates.take("b", PACE, NOON).permitted()).isTrue();
        assertThat(estimates.take("a", PACE, NOON.plusSeconds(45)).permitted()).isTrue();
    }

    @Test
    void the_sixty_first_time_in_an_hour_waits_for_the_next_hour() {
        for (int minute = 0; minute < 6; minute++) {
            ask(10, NOON.plus(Duration.ofMinutes(minute)));
        }
        assertThat(estimates.take("a", PACE, NOON.plus(Duration.ofMinutes(7))))
                .isEqualTo(new Decision.Wait(Instant.parse("2026-11-23T18:00:00Z")));
        assertThat(estimates.take("a", PACE, NOON.plus(Duration.ofHours(1))).permitted())
                .isTrue();
    }

    @Test
    void a_count_that_was_raised_for_a_measurement_is_read() {
        assertThat(Pace.valueOf("100000000 in 1m").most()).isEqualTo(100_000_000);
    }

    @Test
    void so_many_are_remembered_and_when_more_ask_at_once_all_are_forgotten() {
        ask(10, NOON);
        others(Estimates.MOST - 1, NOON);
        assertThat(estimates.take("a", PACE, NOON).permitted()).isFalse();
        others(Estimates.MOST, NOON);
        assertThat(estimates.take("a", PACE, NOON).permitted()).isTrue();
    }

    @Test
    void what_is_over_is_forgotten_before_what_counts() {
        others(Estimates.MOST, NOON);
        var later = NOON.plus(Duration.ofHours(1));
        ask(10, later);
        assertThat(estimates.take("a", PACE, later).permitted()).isFalse();
    }

    private void others(int count, Instant at) {
        for (int i = 0; i < count; i++) {
            estimates.take("other " + i, PACE, at);
        }
    }

    private void ask(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            assertThat(estimates.take("a", PACE, at).permitted()).isTrue();
        }
    }
}
