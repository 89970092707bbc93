package fairway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTests {
    @Test
    @Tag("ACC-11")
    void issued_account_numbers_have_twelve_digits_and_notice_a_wrong_one() {
        var random = new SecureRandom();
        for (int i = 0; i < 1_000; i++) {
            var number = AccountNumber.issue(random);
            assertThat(AccountNumber.read(number.grouped())).contains(number);
            assertThat(AccountNumber.read(number.grouped().replace(' ', '\u00a0')))
                    .as("copied from a page")
                    .contains(number);
            var wrong = new StringBuilder(number.value());
            int at = random.nextInt(12);
            wrong.setCharAt(at, (char) ('0' + (wrong.charAt(at) - '0' + 1 + random.nextInt(9)) % 10));
            assertThat(AccountNumber.read(wrong.toString())).isEmpty();
        }
    }

    /** Numbers of the standard; another sum would make every number that is on paper a wrong one. */
    @ParameterizedTest
    @CsvSource({"123456789015, 9015", "079927398713, 8713", "000000000000, 0000"})
    @Tag("ACC-11")
    void the_last_digit_is_the_one_of_luhn(String number, String lastFour) {
        assertThat(AccountNumber.read(number).map(AccountNumber::lastFour)).contains(lastFour);
    }

    @ParameterizedTest
    @CsvSource({
        "Ana@Example.ORG, ana@example.org",
        "a@example.org, a@example.org",
        "' ana+visa@example.org ', ana+visa@example.org",
        "josé@münchen.example, josé@xn--mnchen-3ya.example",
        "İ@example.org, i̇@example.org"
    })
    @Tag("ACC-2")
    void addresses_are_kept_in_one_form(String typed, String kept) {
        assertThat(EmailAddress.read(typed)).contains(new EmailAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "ana@",
                "@example.org",
                "ana@localhost",
                "a b@example.org",
                "ana@example.org\r\nBcc: x@y.zz",
                "ana@exam_ple.org",
                ".ana@example.org",
                "a..b@example.org",
                "ana@example.org>"
            })
    void what_is_no_address_is_not_read(String typed) {
        assertThat(EmailAddress.read(typed)).isEmpty();
    }

    @Test
    @Tag("ACC-2")
    void an_address_has_254_characters_at_most_64_of_them_before_the_sign() {
        var domain = ("b".repeat(61) + ".").repeat(3) + "org";
        var longest = "a".repeat(64) + "@" + domain;
        assertThat(longest).hasSize(254);
        assertThat(EmailAddress.read(longest)).contains(new EmailAddress(longest));
        assertThat(EmailAddress.read("a".repeat(64) + "@" + domain.replace("org", "info")))
                .isEmpty();
        assertThat(EmailAddress.read("a".repeat(65) + "@example.org")).isEmpty();
    }

    @Test
    void as_much_is_shown_as_its_owner_needs_to_recognize_it() {
        assertThat(new EmailAddress("ana@example.org").masked()).isEqualTo("a•••@example.org");
        assertThat(new EmailAddress("").masked()).isEmpty();
        assertThat(new EmailAddress("ana@example.org").local()).isEqualTo("ana");
        assertThat(new Phone("+12025550123").masked()).isEqualTo("(•••) •••-0123");
        assertThat(new Phone("+12025550123").shown()).isEqualTo("(202) 555-0123");
    }

    @ParameterizedTest
    @CsvSource({
        "(202) 555-0123, +12025550123",
        "+1 787 555 0123, +17875550123",
        "1-415-555-0199, +14155550199",
        "212-736-5000, +12127365000"
    })
    @Tag("ACC-6")
    void numbers_of_the_united_states_are_read(String typed, String e164) {
        assertThat(Phone.read(typed)).contains(new Phone(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "555-0123",
                "+44 20 7946 0958",
                "+1 416 555 2671",
                "+1 900 234 5678",
                "900 555 0123 99",
                "call me"
            })
    void other_numbers_are_not(String typed) {
        assertThat(Phone.read(typed)).isEmpty();
    }
}
