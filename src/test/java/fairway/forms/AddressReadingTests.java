package fairway.forms;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.forms.Reading.Ok;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

class AddressReadingTests {
    private static Reading address(Kind kind, String... boxes) {
        var typed = new HashMap<String, String>();
        for (int i = 0; i < boxes.length; i += 2) {
            typed.put(boxes[i], boxes[i + 1]);
        }
        return Reader.read(ReaderTests.type(kind), typed);
    }

    @Test
    void an_address_at_home_has_state_and_zip() {
        var read = address(
                Kind.ADDRESS,
                "street",
                "1 Main St",
                "unit_type",
                "apt",
                "unit_number",
                "4",
                "city",
                "Reno",
                "state",
                "nv",
                "zip",
                "89501-1234",
                "province",
                "x",
                "country",
                "usa");

        assertThat(read)
                .isInstanceOfSatisfying(
                        Ok.class,
                        ok -> assertThat(((Value.Parts) ok.value()).boxes())
                                .containsOnlyKeys(
                                        "street", "unit_type", "unit_number", "city", "state", "zip", "country")
                                .containsEntry("zip", "89501")
                                .containsEntry("country", "US"));
    }

    @Test
    void an_address_abroad_has_no_state() {
        var read = address(
                Kind.ADDRESS,
                "street",
                "Calle 1",
                "city",
                "Santa Ana",
                "state",
                "NV",
                "postal_code",
                "2201",
                "country",
                "El Salvador");

        assertThat(read)
                .isInstanceOfSatisfying(
                        Ok.class,
                        ok -> assertThat(((Value.Parts) ok.value()).boxes())
                                .containsOnlyKeys("street", "city", "postal_code", "country"));
    }

    @Test
    void an_incomplete_address_names_the_box() {
        assertThat(address(Kind.US_ADDRESS, "city", "Reno")).isEqualTo(Reading.wrong("box", "street"));
        assertThat(address(Kind.US_ADDRESS, "street", "1 Main St", "city", "Reno"))
                .isEqualTo(Reading.wrong("box", "state"));
        assertThat(address(Kind.US_ADDRESS, "street", "1 Main St", "city", "Reno", "state", "NV", "zip", "8950"))
                .isEqualTo(Reading.wrong("zip", "zip"));
        assertThat(address(
                        Kind.US_ADDRESS,
                        "street",
                        "1 Main St",
                        "unit_number",
                        "4",
                        "city",
                        "Reno",
                        "state",
                        "NV",
                        "zip",
                        "89501"))
                .isEqualTo(Reading.wrong("unit", "unit_type"));
        assertThat(address(Kind.FOREIGN_ADDRESS, "street", "Calle 1", "city", "Lima", "country", "Narnia"))
                .isEqualTo(Reading.wrong("country", "country"));
    }
}
