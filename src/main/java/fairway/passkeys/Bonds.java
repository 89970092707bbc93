package fairway.passkeys;

import fairway.passkeys.Ceremonies.Bond;
import fairway.passkeys.Ceremonies.Purpose;
import fairway.signin.Signin.Standing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Ties a question to the browser that asked for it: to its session, or to a cookie where there is none yet. */
@Component
class Bonds {
    static final String COOKIE = "__Host-passkey";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final SecureRandom random;

    Bonds(SecureRandom random) {
        this.random = random;
    }

    Bond registering(UUID account, UUID session) {
        return new Bond(digest("session:" + session), Purpose.REGISTER, account);
    }

    /** For a question now; a browser without session gets its cookie. */
    Bond asking(@Nullable Standing standing, HttpServletRequest request, HttpServletResponse response) {
        if (standing != null) {
            return of(standing);
        }
        return browser(cookie(request).orElseGet(() -> fresh(response)));
    }

    /** For a browser that shows who it is without a session; an answer to this opens nothing else. */
    Bond recovering(UUID account, HttpServletRequest request, HttpServletResponse response) {
        return recovering(account, cookie(request).orElseGet(() -> fresh(response)));
    }

    Optional<Bond> recovered(UUID account, HttpServletRequest request) {
        return cookie(request).map(token -> recovering(account, token));
    }

    private static Bond recovering(UUID account, String token) {
        return new Bond(digest("recovering:" + token), Purpose.PROVE, account);
    }

    /** For the answer; empty if this browser was asked nothing. */
    Optional<Bond> answering(@Nullable Standing standing, HttpServletRequest request) {
        return standing != null ? Optional.of(of(standing)) : cookie(request).map(Bonds::browser);
    }

    private static Bond of(Standing standing) {
        return new Bond(digest("session:" + standing.session()), Purpose.PROVE, standing.account());
    }

    private static Bond browser(String token) {
        return new Bond(digest("browser:" + token), Purpose.SIGN_IN, null);
    }

    private String fresh(HttpServletResponse response) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var cookie = ResponseCookie.from(COOKIE, token)
                .path("/")
                .secure(true)
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(LIFE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return token;
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(jakarta.servlet.http.Cookie::getValue)
                        .filter(value -> SHAPE.matcher(value).matches())
                        .findFirst();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
