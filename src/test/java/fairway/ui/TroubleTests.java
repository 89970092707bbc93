package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class TroubleTests {
    @Test
    void a_wait_is_said_in_whole_minutes_and_never_too_short() {
        assertThat(Trouble.later(HttpStatus.TOO_MANY_REQUESTS, Duration.ofSeconds(61))
                        .minutes())
                .isEqualTo(2);
        assertThat(Trouble.later(HttpStatus.TOO_MANY_REQUESTS, Duration.ofSeconds(5))
                        .minutes())
                .isEqualTo(1);
    }

    @Test
    void what_a_person_typed_is_not_written_down() {
        var failure = new IllegalStateException(
                "Key (email)=(ana@example.org) already exists", new RuntimeException("A123456789"));
        assertThat(Faults.trace(failure))
                .contains("java.lang.IllegalStateException", "caused by java.lang.RuntimeException")
                .doesNotContain("ana@example.org", "A123456789");
    }
}
