package fairway.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** Our cookies: bound to this host, unreadable for scripts, never sent along from other sites' posts. */
enum Cookies {
    SESSION("__Host-session", null),
    DESK("__Host-desk", null),
    DEVICE("__Host-device", Duration.ofDays(400)),
    SIGN_UP("__Host-sign-up", Duration.ofHours(24)),
    PARKED("__Host-parked", Duration.ofHours(24));

    static final String CSRF = "__Host-csrf";

    private final String label;
    private final Duration life;

    Cookies(String label, @org.jspecify.annotations.Nullable Duration life) {
        this.label = label;
        this.life = life == null ? Duration.ofSeconds(-1) : life;
    }

    static Cookies of(boolean staff) {
        return staff ? DESK : SESSION;
    }

    String label() {
        return label;
    }

    Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(label))
                        .map(jakarta.servlet.http.Cookie::getValue)
                        .findFirst();
    }

    Optional<Token> token(HttpServletRequest request) {
        return read(request).flatMap(Token::read);
    }

    void set(HttpServletResponse response, String value) {
        write(response, value, life);
    }

    void clear(HttpServletResponse response) {
        write(response, "", Duration.ZERO);
    }

    private void write(HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(label, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
