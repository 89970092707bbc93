package fairway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("ACC-6")
class TotpTests {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The test vectors of RFC 6238, appendix B, last six digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "20000000000,353130"})
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void one_step_early_or_late_is_taken_and_two_are_not() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        for (int away = -3; away <= 3; away++) {
            var step = Totp.stepOf(SECRET, Totp.code(SECRET, Totp.step(now) + away), now);
            assertThat(step.isPresent()).isEqualTo(Math.abs(away) <= 1);
        }
    }

    @Test
    void the_typed_key_is_base_32_in_groups() {
        assertThat(Totp.typed(SECRET)).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    /** The test vectors of RFC 4648 without their padding. */
    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void base_32_is_that_of_the_standard(String text, String base32) {
        assertThat(Totp.base32(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(base32);
    }

    @Test
    void an_app_is_told_the_secret_and_how_codes_are_made() {
        assertThat(Totp.uri(SECRET, "Our Office", "ana@example.org"))
                .isEqualTo("otpauth://totp/Our%20Office:ana%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Our%20Office&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void a_secret_has_a_hundred_and_sixty_bits_of_chance() {
        var random = new SecureRandom();
        assertThat(Totp.newSecret(random)).hasSize(20).isNotEqualTo(Totp.newSecret(random));
    }
}
