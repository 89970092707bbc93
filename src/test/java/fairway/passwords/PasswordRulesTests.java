package fairway.passwords;

import static fairway.passwords.Unmet.ABOUT_YOU;
import static fairway.passwords.Unmet.LENGTH;
import static fairway.passwords.Unmet.LOWER;
import static fairway.passwords.Unmet.SPECIAL;
import static fairway.passwords.Unmet.TOO_LONG;
import static fairway.passwords.Unmet.UPPER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ACC-5")
class PasswordRulesTests {
    private static final PasswordRules RULES = new PasswordRules();

    @Test
    void every_unmet_rule_is_named() {
        assertThat(unmet("")).containsExactly(LENGTH, UPPER, LOWER, SPECIAL);
        assertThat(unmet("kqzwvxjt")).containsExactly(UPPER, SPECIAL);
        assertThat(unmet("KQZ WV")).containsExactly(LENGTH, LOWER);
        assertThat(unmet("Xk9!vQ2")).containsExactly(LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Xk9!vQ2#", "Mi casa es azul.", "Đường về nhà xa", "Пароль из моря 7"})
    void what_meets_the_four_rules_and_is_not_easily_guessed_is_taken(String password) {
        assertThat(unmet(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1!",
                "P@ssw0rd!",
                "Welcome2026!",
                "Qwerty123!",
                "Immigration1!",
                "!Fairway2026",
                "Letmein99!",
                "Sunshine1!",
                "Contraseña1!",
                "Iloveyou!1"
            })
    void what_everybody_tries_first_is_refused(String password) {
        assertThat(unmet(password)).isNotEmpty();
    }

    @Test
    void parts_of_the_address_are_refused_in_disguise() {
        assertThat(RULES.unmet("Zoraida.1998", List.of("zoraida"), Demands.CLASSIC))
                .containsExactly(ABOUT_YOU);
        assertThat(RULES.unmet("Z0ra1da!!", List.of("zoraida"), Demands.CLASSIC))
                .containsExactly(ABOUT_YOU);
    }

    @Test
    void long_passwords_are_taken_whole_and_too_long_ones_refused() {
        var long128 = "Aa! ".repeat(32).replace("Aa! Aa! ", "Kq? wZv.");
        assertThat(long128).hasSize(128);
        assertThat(unmet(long128)).doesNotContain(TOO_LONG);
        assertThat(unmet(long128 + "x")).containsExactly(TOO_LONG);
        assertThat(unmet("🦉".repeat(128))).doesNotContain(TOO_LONG);
    }

    @Test
    void letters_of_scripts_without_case_count_as_letters_only() {
        assertThat(unmet("你好世界你好世界")).containsExactly(UPPER, LOWER, SPECIAL);
    }

    private static List<Unmet> unmet(String password) {
        return RULES.unmet(password, List.of(), Demands.CLASSIC);
    }
}
