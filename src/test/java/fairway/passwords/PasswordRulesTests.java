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
    @Tag("P01")
    void eight_characters_where_kinds_are_asked_for_and_fifteen_where_they_are_not() {
        assertThat(unmet("Xk9!vQ2")).containsExactly(LENGTH);
        assertThat(unmet("Xk9!vQ2#")).isEmpty();
        assertThat(strict("azul junto mar")).containsExactly(Unmet.LENGTH_15);
        assertThat(strict("azul junto mar ")).isEmpty();
        assertThat(strict("ahsgdjetqlwmznx")).isEmpty();
        assertThat(strict("passwordpassword")).containsExactly(Unmet.GUESSABLE);
    }

    /** Common passwords in the shapes that rules about kinds of characters make of them. */
    @Test
    @Tag("P06")
    void the_three_thousand_most_common_are_refused_whole_and_in_their_usual_shapes() throws Exception {
        var common = com.nulabinc.zxcvbn.StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                .filter(word -> word.matches("[a-z]{6,}"))
                .limit(3_000)
                .toList();
        assertThat(common).hasSize(3_000);
        var blocklist = new Blocklist();
        for (var word : common) {
            var shaped = word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
            for (var typed : List.of(shaped + "1!", shaped + "2026!", "!" + shaped + "99", shaped + " 1!")) {
                assertThat(blocklist.holds(typed, List.of())).as(typed).isTrue();
            }
        }
        assertThat(unmet(common.getFirst().replaceFirst("^.", "P") + "1!")).containsExactly(Unmet.COMMON);
        assertThat(blocklist.holds("Xk9!vQ2#", List.of())).isFalse();
        assertThat(blocklist.holds("Mi casa es azul.", List.of())).isFalse();
    }

    @Test
    @Tag("P07")
    void words_of_the_service_and_of_the_person_are_refused_in_disguise() {
        for (var typed : List.of("Immigration1!", "Gr33ncard!", "F@irway99!", "W0rkpermit.1")) {
            assertThat(unmet(typed)).as(typed).isNotEmpty();
        }
        var words = List.of("zoraida", "zubizarreta", "I-765", "abc");
        for (var typed : List.of("Zoraida.1998", "Z0ra1da!!", "!!Zubizarreta77", "Zub1z@rreta.!")) {
            assertThat(RULES.unmet(typed, words, Demands.CLASSIC)).as(typed).containsExactly(ABOUT_YOU);
        }
        assertThat(RULES.unmet("Abc!kqzwvx7", words, Demands.CLASSIC)).doesNotContain(ABOUT_YOU);
    }

    @Test
    @Tag("P07")
    void a_word_of_four_letters_is_looked_for_and_a_shorter_one_is_not() {
        var blocklist = new Blocklist();
        assertThat(blocklist.holds("Ruiz!2345", List.of("Ruiz"))).isTrue();
        assertThat(blocklist.holds("Rui!2345", List.of("Rui"))).isFalse();
        assertThat(blocklist.holds("Love!2345", List.of())).isTrue();
        assertThat(blocklist.holds("Sex!2345", List.of())).isFalse();
    }

    @Test
    @Tag("P06")
    void a_pattern_that_a_program_finds_at_once_is_refused_whatever_kinds_it_has() {
        assertThat(unmet("aB!aB!aB!")).containsExactly(Unmet.GUESSABLE);
    }

    @Test
    void every_unmet_rule_is_named() {
        assertThat(unmet("")).containsExactly(LENGTH, UPPER, LOWER, SPECIAL);
        assertThat(unmet("kqzwvxjt")).containsExactly(UPPER, SPECIAL);
        assertThat(unmet("KQZ WV")).containsExactly(LENGTH, LOWER);
        assertThat(unmet("Xk9!vQ2")).containsExactly(LENGTH);
    }

    @ParameterizedTest
    @Tag("P03")
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
    @Tag("P02")
    void long_passwords_are_taken_whole_and_too_long_ones_refused() {
        var long128 = "Aa! ".repeat(32).replace("Aa! Aa! ", "Kq? wZv.");
        assertThat(long128).hasSize(128);
        assertThat(unmet(long128)).doesNotContain(TOO_LONG);
        assertThat(unmet(long128 + "x")).containsExactly(TOO_LONG);
        assertThat(unmet("🦉".repeat(128))).doesNotContain(TOO_LONG);
    }

    @Test
    @Tag("P03")
    void letters_of_scripts_without_case_count_as_letters_only() {
        assertThat(unmet("你好世界你好世界")).containsExactly(UPPER, LOWER, SPECIAL);
    }

    @Test
    @Tag("P03")
    void a_code_point_is_one_character_and_a_mark_belongs_to_its_letter() {
        assertThat(unmet("Aa!\uD83E\uDD89\uD83E\uDD89\uD83E\uDD89\uD83E\uDD89")).containsExactly(LENGTH);
        assertThat(unmet("Aab\u0301kqzwvx")).containsExactly(SPECIAL);
        assertThat(unmet("Aab\u0903kqzwvx")).containsExactly(SPECIAL);
        assertThat(unmet("كلمة سر طويلة Aa")).isEmpty();
    }

    private static List<Unmet> strict(String password) {
        return RULES.unmet(password, List.of(), Demands.STRICT);
    }

    private static List<Unmet> unmet(String password) {
        return RULES.unmet(password, List.of(), Demands.CLASSIC);
    }
}
