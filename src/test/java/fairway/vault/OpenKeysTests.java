package fairway.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OpenKeysTests {
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final OpenKeys keys = new OpenKeys(3, Duration.ofMinutes(1));

    @Test
    void the_least_used_leaves_first_and_there_are_never_more_than_the_limit() {
        for (int i = 0; i < 4; i++) {
            keys.put(new UUID(0, i), new Ciphers(new byte[32]), NOW);
            assertThat(keys.get(new UUID(0, 0), NOW)).isNotNull();
        }
        assertThat(keys.size()).isEqualTo(3);
        assertThat(keys.get(new UUID(0, 1), NOW)).isNull();
    }

    @Test
    void a_key_is_forgotten_in_time() {
        keys.put(new UUID(0, 1), new Ciphers(new byte[32]), NOW);
        assertThat(keys.get(new UUID(0, 1), NOW.plusSeconds(59))).isNotNull();
        assertThat(keys.get(new UUID(0, 1), NOW.plusSeconds(60))).isNull();
        assertThat(keys.size()).isZero();
    }
}
