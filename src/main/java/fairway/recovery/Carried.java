package fairway.recovery;

import fairway.signin.Token;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookie of this module: a link that was opened and not used yet, or the attempt it began. */
final class Carried {
    static final String COOKIE = "__Host-recovery";

    private Carried() {}

    static Optional<Token> by(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .flatMap(Token::read);
    }

    static void carry(HttpServletResponse response, Token token) {
        write(response, token.value(), -1);
    }

    static void drop(HttpServletResponse response) {
        write(response, "", 0);
    }

    private static void write(HttpServletResponse response, String value, long age) {
        var cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
