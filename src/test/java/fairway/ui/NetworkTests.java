package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTests {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:",
        "2001:db8:1:2::9, 2001:db8:1:2:",
        "2001:db8::1, 2001:db8:0:0:",
        "::1, 0:0:0:0:"
    })
    void a_household_counts_as_one(String address, String counted) {
        assertThat(Network.of(address).value()).isEqualTo(counted);
    }
}
