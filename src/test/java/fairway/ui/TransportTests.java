package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("H01")
class TransportTests {
    @Test
    void over_tls_the_browser_is_told_to_stay_there_for_a_year() throws ServletException, IOException {
        assertThat(transport(true)).isEqualTo("max-age=31536000; includeSubDomains");
        assertThat(transport(false)).isNull();
    }

    private static @org.jspecify.annotations.Nullable String transport(boolean secure)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/");
        request.setSecure(secure);
        var response = new MockHttpServletResponse();
        new SecurityHeaders(new SecureRandom()).doFilter(request, response, new MockFilterChain());
        return response.getHeader("Strict-Transport-Security");
    }
}
