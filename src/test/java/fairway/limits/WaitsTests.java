package fairway.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("SEC-6")
class WaitsTests {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final LimitsSettings settings = TestLimits.defaults();

    @ParameterizedTest
    @CsvSource({
        "CODE,9,0",
        "CODE,10,20",
        "CODE,11,0",
        "CODE,20,60",
        "CODE,21,0",
        "CODE,50,1440",
        "CODE,51,0",
        "CODE,99,0",
        "BACKUP_CODE,4,0",
        "BACKUP_CODE,5,15",
        "BACKUP_CODE,95,15",
        "PASSWORD,4,0",
        "PASSWORD,5,20",
        "PASSWORD,6,0",
        "PASSWORD,10,40",
        "PASSWORD,15,80",
        "PASSWORD,35,1280",
        "PASSWORD,40,1440",
        "PASSWORD,75,1440",
        "PASSWORD_ON_KNOWN_DEVICE,9,0",
        "PASSWORD_ON_KNOWN_DEVICE,10,20",
        "PASSWORD_ON_KNOWN_DEVICE,19,0"
    })
    @Tag("T04")
    void waits_grow_with_the_failures_and_spare_who_mistypes(Patience patience, int failures, long minutes) {
        var decision = settings.of(patience).decide(new Count(failures, NOW), NOW);
        assertThat(decision)
                .isEqualTo(
                        minutes == 0
                                ? new Decision.Permitted()
                                : new Decision.Wait(NOW.plus(Duration.ofMinutes(minutes))));
    }

    @Test
    void the_wait_ends_on_the_second() {
        var count = new Count(5, NOW);
        var waits = settings.of(Patience.PASSWORD);
        assertThat(waits.decide(count, NOW.plusSeconds(1199))).isEqualTo(new Decision.Wait(NOW.plusSeconds(1200)));
        assertThat(waits.decide(count, NOW.plusSeconds(1200))).isEqualTo(new Decision.Permitted());
        assertThat(waits.decide(Count.NONE, NOW)).isEqualTo(new Decision.Permitted());
        assertThat(waits.decide(new Count(5, null), NOW)).isEqualTo(new Decision.Permitted());
    }

    /** Whatever somebody does between tries, nothing takes more wrong tries in a row than its settings say. */
    @ParameterizedTest
    @EnumSource(Patience.class)
    @Tag("T01")
    void nobody_gets_more_than_a_hundred_wrong_tries(Patience patience) {
        var waits = settings.of(patience);
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var now = NOW;
            var count = Count.NONE;
            for (int step = 0; step < 2_000; step++) {
                now = now.plusSeconds(random.nextInt(100_000));
                if (waits.decide(count, now).permitted()) {
                    count = new Count(count.failures() + 1, now);
                }
            }
            assertThat(count.failures()).isEqualTo(waits.most()).isLessThanOrEqualTo(Waits.MOST);
            assertThat(waits.decide(count, now.plusSeconds(1_000_000_000))).isEqualTo(new Decision.Disabled());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10: 20m", "101: off", "0: off", "10: 20m; off", "ten: 20m; 100: off", "10: soon; 100: off"})
    void settings_that_never_end_or_say_nothing_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Waits.valueOf(text));
    }

    @Test
    void the_last_allowed_number_is_a_hundred_and_one_is_enough() {
        assertThat(Waits.valueOf("100: off").most()).isEqualTo(100);
        assertThat(Waits.valueOf("1: off").decide(new Count(1, NOW), NOW)).isEqualTo(new Decision.Disabled());
    }

    @Test
    @Tag("T01")
    void both_counts_of_one_password_together_stay_below_a_hundred() {
        assertThat(settings.password().most() + settings.passwordOnKnownDevice().most())
                .isEqualTo(Waits.MOST);
        assertThatIllegalArgumentException().isThrownBy(() -> TestLimits.with("81: off", "20: off"));
        assertThat(TestLimits.with("80: off", "20: off").password().most()).isEqualTo(80);
    }
}
