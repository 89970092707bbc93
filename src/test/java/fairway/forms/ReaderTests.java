package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.ItemType.Option;
import fairway.forms.Reader.Dates;
import fairway.forms.Reading.Blank;
import fairway.forms.Reading.Ok;
import fairway.forms.Reading.Wrong;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTests {
    static ItemType type(Kind kind) {
        List<String> choices = switch (kind) {
            case CHOICE, MULTI -> List.of("a", "b");
            case CATEGORY -> List.of("c8", "c3c", "a12");
            case SITUATION -> List.of("asylum");
            case STATE -> Places.STATES;
            case COUNTRY -> Places.withStateless();
            default -> List.of();
        };
        return new ItemType(kind, 0, 1000, choices, Set.of(Option.STATELESS, Option.IN_CARE_OF), null);
    }

    private static Reading read(String kind, String typed) {
        return Reader.read(type(Kind.valueOf(kind.strip().toUpperCase(java.util.Locale.ROOT))), Map.of("", typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a_number  | A012-345-678      | 012345678",
                "a_number  | a 12 34 56 7      | 001234567",
                "oan       | 1234 5678 9012    | 123456789012",
                "ssn       | 219-09-9999       | 219099999",
                "i94       | 123456789a1       | 123456789A1",
                "i94       | 12345 678901      | 12345678901",
                "receipt   | abc 12-345-67890  | ABC1234567890",
                "passport  | x 123-45 6        | X123456",
                "sevis     | n-0012345678      | N0012345678",
                "sevis     | 0012345678        | N0012345678",
                "phone_us  | (202) 555-0123    | +12025550123",
                "phone_us  | 1.202.555.0123    | +12025550123",
                "phone_any | +503 2201 1234    | +50322011234",
                "phone_any | 011 503 2201 1234 | +50322011234",
                "email     | Ana@Example.ORG   | Ana@example.org",
                "state     | ca                | CA",
                "country   | el salvador       | SV",
                "country   | México            | MX",
                "country   | mexico            | MX",
                "country   | usa               | US",
                "country   | Stateless         | stateless",
                "category  | (c)(8)            | c8",
                "category  | C08               | c8",
                "category  | (c)(3)(C)         | c3c",
                "category  | A12               | a12",
                "choice    | a                 | a",
                "text      | Peña  Núñez       | Peña Núñez",
            })
    void what_people_type_is_read_kindly(String kind, String typed, String expected) {
        assertThat(read(kind, typed)).isEqualTo(Reading.text(expected));
    }

    /** Our own pages write FWY 0123 456 789 with spaces that do not break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "receipt   | FWY\u00a00123\u00a0456\u00a0789 | FWY0123456789",
                "oan       | 1234\u00a05678\u00a09012         | 123456789012",
                "a_number  | A\u2011012\u202f345\u202f678    | 012345678",
                "ssn       | \u200b219\u201309\u20139999\u200b | 219099999",
                "a_number  | A\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668 | 012345678",
                "i94       | \uff11\uff12\uff13456789A1      | 123456789A1",
            })
    void a_number_copied_from_a_page_or_typed_in_other_digits_is_the_same_number(
            String kind, String typed, String expected) {
        assertThat(read(kind, typed)).isEqualTo(Reading.text(expected));
    }

    @Test
    void a_number_with_a_shape_of_its_own_may_hold_spaces_and_dates_any_digits() {
        var company = new ItemType(Kind.TEXT, 0, 12, List.of(), Set.of(), "[0-9]{4,10}");
        assertThat(Reader.read(company, Map.of("", "12 34-56"))).isEqualTo(Reading.text("123456"));
        assertThat(Reader.read(company, Map.of("", "12"))).isInstanceOf(Wrong.class);
        assertThat(Dates.read(Map.of("month", "5", "day", "\u0669", "year", "\u00a02026 ")))
                .isEqualTo(new Ok(new Value.Day(LocalDate.of(2026, 5, 9))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a_number  | 123456       | a_number",
                "a_number  | 0000000      | a_number",
                "oan       | 12345678901  | oan",
                "ssn       | 000-12-3456  | ssn",
                "ssn       | 666-12-3456  | ssn",
                "ssn       | 912-12-3456  | ssn",
                "ssn       | 219-00-9999  | ssn",
                "ssn       | 219-09-0000  | ssn",
                "i94       | 1234567890   | i94",
                "receipt   | AB1234567890 | receipt",
                "passport  | 12*45        | passport",
                "sevis     | 12345        | sevis",
                "phone_us  | 555-0123     | phone_us",
                "phone_us  | +44 20 7946 0018 | phone_us",
                "phone_us  | call me maybe | phone_us",
                "phone_any | 12           | phone_any",
                "email     | ana@example  | email",
                "email     | ana          | email",
                "state     | XX           | choice",
                "country   | Atlantis     | country",
                "category  | c99          | choice",
                "choice    | c            | choice",
                "yes_no    | maybe        | choice",
                "money     | 12.50        | money",
                "money     | 1,20         | money",
                "money     | 1001         | too_big",
                "int       | one          | int",
                "int       | -1           | too_small",
                "text      | Привет       | letters",
                "longtext  | 你好           | letters",
            })
    void what_cannot_be_read_says_why(String kind, String typed, String error) {
        assertThat(read(kind, typed))
                .isInstanceOfSatisfying(
                        Wrong.class, wrong -> assertThat(wrong.error()).isEqualTo(error));
    }

    @Test
    void money_is_whole_dollars() {
        for (var typed : List.of("900", "$ 900", "900.00", "900.")) {
            assertThat(read("money", typed)).isEqualTo(new Ok(new Value.Whole(900)));
        }
        var rich = new ItemType(Kind.MONEY, 0, Long.MAX_VALUE, List.of(), Set.of(), null);
        assertThat(Reader.read(rich, Map.of("", "1,234,567"))).isEqualTo(new Ok(new Value.Whole(1234567)));
    }

    @Test
    void several_choices_are_kept_in_the_order_of_the_form() {
        assertThat(read("multi", "b a")).isEqualTo(new Ok(new Value.Many(List.of("a", "b"))));
        var two = new ItemType(Kind.MULTI, 2, 2, List.of("a", "b", "c"), Set.of(), null);
        assertThat(Reader.read(two, Map.of("", "a"))).isInstanceOf(Wrong.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O’Brien",
                "Núñez",
                "Đặng",
                "Şahin",
                "van der Berg",
                "D'Angelo-Smith",
                "Ñ",
                "Müller jr.",
                "ʻAkaka"
            })
    void names_in_latin_letters_with_any_marks_are_names(String family) {
        assertThat(Reader.read(type(Kind.NAME), Map.of("family", family))).isInstanceOf(Ok.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "Иванов", "محمد", "Ana2", "Ana☺", "---"})
    void other_scripts_and_signs_in_names_are_named_in_the_message(String family) {
        assertThat(Reader.read(type(Kind.NAME), Map.of("family", family)))
                .isInstanceOfSatisfying(Wrong.class, wrong -> {
                    assertThat(wrong.error()).isEqualTo("letters");
                    assertThat(wrong.box()).isEqualTo("family");
                });
    }

    @Test
    void a_person_with_one_name_writes_it_as_the_family_name() {
        assertThat(Reader.read(type(Kind.NAME), Map.of("family", " Suharto ")))
                .isEqualTo(new Ok(new Value.Parts(Map.of("family", "Suharto"))));
        assertThat(Reader.read(type(Kind.NAME), Map.of("given", "Suharto")))
                .isEqualTo(Reading.wrong("family", "family"));
    }

    private static Map<String, String> date(String month, String day, String year) {
        return Map.of("month", month, "day", day, "year", year);
    }

    @Test
    void a_date_is_three_boxes() {
        assertThat(Reader.read(type(Kind.DATE), date(" 2", "29", "2024")))
                .isEqualTo(new Ok(new Value.Day(LocalDate.of(2024, 2, 29))));
        assertThat(Reader.read(type(Kind.DATE), date("2", "29", "2023")))
                .isEqualTo(Reading.wrong("date.unreal", "day"));
        assertThat(Reader.read(type(Kind.DATE), date("13", "1", "2023")))
                .isEqualTo(Reading.wrong("date.month", "month"));
        assertThat(Reader.read(type(Kind.DATE), date("1", "32", "2023"))).isEqualTo(Reading.wrong("date.day", "day"));
        assertThat(Reader.read(type(Kind.DATE), date("1", "1", "23"))).isEqualTo(Reading.wrong("date.year", "year"));
        assertThat(Reader.read(type(Kind.DATE), date("1", "1", "1899"))).isEqualTo(Reading.wrong("date.year", "year"));
        assertThat(Reader.read(type(Kind.DATE), date("1", "", "2023"))).isEqualTo(Reading.wrong("date.box", "day"));
        assertThat(Reader.read(type(Kind.DATE), date("", "", " "))).isEqualTo(new Blank());
    }

    @Test
    void a_past_date_is_not_after_today_and_a_future_date_not_before() {
        var today = LocalDate.of(2026, 11, 2);
        var past = new ItemType(Kind.DATE, 0, 0, List.of(), Set.of(Option.PAST), null);
        var future = new ItemType(Kind.DATE, 0, 0, List.of(), Set.of(Option.FUTURE), null);

        assertThat(Dates.against(past, new Ok(new Value.Day(today)), today)).isNull();
        assertThat(Dates.against(past, new Ok(new Value.Day(today.plusDays(1))), today))
                .isNotNull();
        assertThat(Dates.against(future, new Ok(new Value.Day(today)), today)).isNull();
        assertThat(Dates.against(future, new Ok(new Value.Day(today.minusDays(1))), today))
                .isNotNull();
    }

    static List<Kind> kinds() {
        return List.of(Kind.values());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void reading_never_fails_and_reading_a_value_again_changes_nothing(Kind kind) {
        var random = new Random(kind.name().hashCode());
        for (int i = 0; i < 400; i++) {
            var typed = new HashMap<String, String>();
            var boxes = kind.boxes().isEmpty() ? List.of("") : kind.boxes();
            boxes.forEach(box -> typed.put(box, words(random)));

            if (Reader.read(type(kind), typed) instanceof Ok(Value.Text(var text)) && kind != Kind.LIST) {
                assertThat(Reader.read(type(kind), Map.of("", text))).isEqualTo(Reading.text(text));
            }
        }
    }

    private static String words(Random random) {
        var seeds = List.of(
                "A",
                "012345678",
                "N0012345678",
                "ana@example.org",
                "+1 202 555 0123",
                "2",
                "29",
                "2024",
                "CA",
                "US",
                "(c)(8)",
                "yes",
                "$1,000",
                "a b",
                "\u0000",
                "\uD800",
                "é",
                "李",
                Character.toString(0x202E),
                "  ",
                "%s{0}",
                "'",
                "a\nb",
                "c8");
        var parts = new ArrayList<String>();
        IntStream.range(0, random.nextInt(4)).forEach(_ -> parts.add(seeds.get(random.nextInt(seeds.size()))));
        if (random.nextInt(5) == 0) {
            parts.add(Character.toString(random.nextInt(0x10FFFF)));
        }
        return String.join(random.nextBoolean() ? "" : " ", parts);
    }
}
