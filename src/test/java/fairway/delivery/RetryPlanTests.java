package fairway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetryPlanTests {
    private static final Instant CREATED = Instant.parse("2026-11-23T15:00:00Z");

    @Test
    void a_message_about_a_case_is_tried_after_1_5_and_15_minutes_and_then_hourly_for_a_day() {
        var tries = tries(RetryPlan.DAY);
        assertThat(tries.subList(0, 5)).containsExactly(0L, 1L, 6L, 21L, 81L);
        assertThat(tries.getLast()).isBetween(23 * 60L, 24 * 60L);
    }

    @Test
    void a_one_time_code_is_given_up_within_ten_minutes() {
        var tries = tries(RetryPlan.MINUTES);
        assertThat(tries).hasSize(4);
        assertThat(tries.getLast()).isLessThan(10);
    }

    @Test
    void a_letter_is_tried_for_a_day_whatever_it_is_about() {
        assertThat(RetryPlan.of(Channel.LETTER, Purpose.SECURITY)).isEqualTo(RetryPlan.DAY);
        assertThat(RetryPlan.of(Channel.LETTER, Purpose.CASE)).isEqualTo(RetryPlan.DAY);
        assertThat(RetryPlan.of(Channel.TEXT, Purpose.SECURITY)).isEqualTo(RetryPlan.MINUTES);
        assertThat(RetryPlan.of(Channel.EMAIL, Purpose.CASE)).isEqualTo(RetryPlan.DAY);
    }

    private static List<Long> tries(RetryPlan plan) {
        var minutes = new ArrayList<Long>();
        var now = CREATED;
        minutes.add(0L);
        for (int failed = 1; ; failed++) {
            var next = plan.next(failed, CREATED, now);
            if (next.isEmpty()) {
                return minutes;
            }
            now = next.get();
            minutes.add(Duration.between(CREATED, now).toMinutes());
        }
    }
}
