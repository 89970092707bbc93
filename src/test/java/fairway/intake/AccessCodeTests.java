package fairway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ACC-13")
class AccessCodeTests {
    @Test
    @Tag("R12")
    void a_code_has_twelve_characters_of_the_alphabet_without_doubtful_letters() {
        var random = new SecureRandom();
        var seen = new HashSet<Integer>();
        for (int i = 0; i < 200; i++) {
            var code = AccessCode.fresh(random);
            assertThat(code.value()).matches("[0-9A-HJKMNP-TV-Z]{12}");
            assertThat(AccessCode.read(code.value())).contains(code);
            code.value().chars().forEach(seen::add);
        }
        assertThat(seen).hasSize(32);
    }

    @Test
    void it_is_read_however_it_is_typed() {
        var code = new AccessCode("AB01CD01EF23");
        for (var typed :
                List.of("AB01-CD01-EF23", "ab01 cd01 ef23", "aboi-cdol-ef23", "AB01CD0lEF23", " AB01–CD01—EF23 ")) {
            assertThat(AccessCode.read(typed)).as(typed).contains(code);
        }
        assertThat(code.grouped()).isEqualTo("AB01-CD01-EF23");
        assertThat(AccessCode.read(code.grouped())).contains(code);
    }

    @Test
    void what_cannot_be_a_code_is_none() {
        for (var typed : List.of("", "AB01-CD01-EF2", "AB01-CD01-EF234", "UUUU-UUUU-UUUU", "AB01-CD01-EF2ñ")) {
            assertThat(AccessCode.read(typed)).as(typed).isEmpty();
        }
    }

    @Test
    void the_secret_is_code_and_birth_date_together_and_neither_is_printed_by_accident() {
        var code = new AccessCode("AB01CD01EF23");
        assertThat(code.with(LocalDate.of(1990, 1, 31)))
                .isEqualTo("AB01CD01EF23/1990-01-31")
                .isNotEqualTo(code.with(LocalDate.of(1990, 1, 30)));
        assertThat(code.toString()).startsWith("AccessCode").doesNotContain("AB01");
    }

    @Test
    @Tag("A30")
    void a_mistyped_account_number_is_no_number_before_anything_is_looked_up() {
        assertThat(FilingNumber.read("1234 5678 9015")).contains(new FilingNumber("123456789015"));
        assertThat(FilingNumber.read("1234 5678 9016")).isEmpty();
        assertThat(FilingNumber.read("2134 5678 9015")).isEmpty();
        assertThat(FilingNumber.read("fwy 0123 456 789")).contains(new FilingNumber("FWY0123456789"));
        assertThat(FilingNumber.read("FWY012345678")).isEmpty();
    }
}
