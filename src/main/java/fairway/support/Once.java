package fairway.support;

import fairway.ui.Page;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.ModelAndView;

/** How an act went, said by the next page and by no reload of it: taken out of the address into a cookie for one look. */
record Once(HttpServletRequest request, HttpServletResponse response) {
    private static final String COOKIE = "__Host-done";
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,30}");
    private static final Duration LIFE = Duration.ofMinutes(1);

    /** To the same page without the word; empty where there is none. */
    Optional<ModelAndView> moved(Page page, String path, String done) {
        if (done.isEmpty()) {
            return Optional.empty();
        }
        if (WORD.matcher(done).matches()) {
            write(done, LIFE);
        }
        return Optional.of(page.redirect(path));
    }

    /** The word that was left for this page, or nothing. */
    String word() {
        var cookies = request.getCookies();
        var word = cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> WORD.matcher(value).matches())
                        .findFirst()
                        .orElse("");
        if (!word.isEmpty()) {
            write("", Duration.ZERO);
        }
        return word;
    }

    private void write(String word, Duration life) {
        var cookie = ResponseCookie.from(COOKIE, word)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
