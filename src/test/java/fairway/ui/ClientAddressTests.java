package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("H05")
class ClientAddressTests {
    private static final List<String> OURS = List.of("10.1.0.0/16", "192.0.2.7", "2001:db8:ffff::/48");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.9 | 203.0.113.5 | 198.51.100.9",
                "10.2.0.1 | 203.0.113.5 | 10.2.0.1",
                "10.1.0.1 | 203.0.113.5 | 203.0.113.5",
                "10.1.0.1 | 1.1.1.1, 203.0.113.5 | 203.0.113.5",
                "10.1.0.1 | 203.0.113.5, 10.1.2.3, 192.0.2.7 | 203.0.113.5",
                "10.1.0.1 | 203.0.113.5:5555 | 203.0.113.5",
                "10.1.0.1 | [2001:db8::9]:80 | 2001:db8:0:0:0:0:0:9",
                "2001:db8:ffff:1::1 | 2001:db8::9 | 2001:db8:0:0:0:0:0:9",
                "10.1.0.1 | example.org | 10.1.0.1",
                "10.1.0.1 | 203.0.113.5, unknown | 10.1.0.1",
                "10.1.0.1 | 10.1.0.2 | 10.1.0.2",
                "10.1.0.1 | '' | 10.1.0.1"
            })
    void only_our_own_machines_say_where_a_request_came_from(String peer, String header, String client)
            throws Exception {
        assertThat(passed("X-Forwarded-For", peer, "X-Forwarded-For", header).getRemoteAddr())
                .isEqualTo(client);
    }

    @Test
    void the_header_our_machines_do_not_set_is_never_read() throws Exception {
        assertThat(passed("X-Forwarded-For", "10.1.0.1", "Forwarded", "for=203.0.113.5")
                        .getRemoteAddr())
                .isEqualTo("10.1.0.1");
        assertThat(passed("Forwarded", "10.1.0.1", "X-Forwarded-For", "203.0.113.5")
                        .getRemoteAddr())
                .isEqualTo("10.1.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "for=203.0.113.5;proto=https | 203.0.113.5",
                "proto=https; For=\"[2001:db8::9]:80\" | 2001:db8:0:0:0:0:0:9",
                "for=1.1.1.1, for=203.0.113.5;by=10.1.0.3, for=10.1.0.4 | 203.0.113.5",
                "by=203.0.113.5 | 10.1.0.1",
                "for=_hidden | 10.1.0.1"
            })
    void the_standard_header_is_understood(String header, String client) throws Exception {
        assertThat(passed("Forwarded", "10.1.0.1", "Forwarded", header).getRemoteAddr())
                .isEqualTo(client);
    }

    @Test
    void a_page_is_secure_only_on_the_word_of_our_machines() throws Exception {
        assertThat(passed("X-Forwarded-For", "10.1.0.1", "X-Forwarded-Proto", "https")
                        .isSecure())
                .isTrue();
        assertThat(passed("X-Forwarded-For", "198.51.100.9", "X-Forwarded-Proto", "https")
                        .isSecure())
                .isFalse();
    }

    @Test
    void without_load_balancers_nobody_is_believed() throws Exception {
        var request = request("127.0.0.1", "X-Forwarded-For", "203.0.113.5");
        assertThat(pass(new NetworkSettings(List.of(), "X-Forwarded-For"), request)
                        .getRemoteAddr())
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"balancer.example.org", "10.1.0.0/33", "10.1.0.0/x", "10.1.0.0.0"})
    void what_is_not_a_range_of_addresses_stops_the_start(String written) {
        assertThatThrownBy(() -> new ClientAddress(new NetworkSettings(List.of(written), "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpServletRequest passed(String trusted, String peer, String name, String value)
            throws ServletException, IOException {
        return pass(new NetworkSettings(OURS, trusted), request(peer, name, value));
    }

    private static HttpServletRequest pass(NetworkSettings settings, HttpServletRequest request)
            throws ServletException, IOException {
        var chain = new MockFilterChain();
        new ClientAddress(settings).doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) java.util.Objects.requireNonNull(chain.getRequest());
    }

    private static MockHttpServletRequest request(String peer, String name, String value) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setRemoteAddr(peer);
        request.addHeader(name, value);
        return request;
    }
}
