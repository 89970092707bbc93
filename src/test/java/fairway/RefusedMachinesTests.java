package fairway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Machines and addresses on which Fairway cannot work say so in one line. */
class RefusedMachinesTests {
    private static void start(String address) {
        Tls.prepare(new MockEnvironment().withProperty("fairway.base-url", address), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://192.0.2.7:8080", "http://127.0.0.1:8080", "HTTP://localhost.example.org"})
    void an_address_at_which_browsers_refuse_our_cookies_is_refused(String address) {
        assertThatThrownBy(() -> start(address)).isInstanceOf(CannotStart.class).hasMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080", "http://localhost", "https://account.example.org", ""})
    void other_addresses_are_not(String address) {
        assertThatCode(() -> start(address)).doesNotThrowAnyException();
    }

    @Test
    void a_machine_without_a_database_of_ours_needs_one_of_its_own() {
        assertThat(PostgresBinaries.name("Linux", "amd64")).isEqualTo("/postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.name("Linux", "aarch64")).isEqualTo("/postgres-linux-arm_64.txz");
        assertThatThrownBy(() -> PostgresBinaries.name("Mac OS X", "aarch64"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("FAIRWAY_DATABASE_URL");
        assertThatThrownBy(() -> PostgresBinaries.name("Linux", "riscv64")).isInstanceOf(CannotStart.class);
    }
}
