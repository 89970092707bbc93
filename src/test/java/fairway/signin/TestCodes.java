package fairway.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** What an authenticator app would show, for tests of other modules. */
public final class TestCodes {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private TestCodes() {}

    public static byte[] secret() {
        return SECRET.clone();
    }

    public static String now(Instant now) {
        return Totp.code(SECRET, Totp.step(now));
    }

    /** For a key as a page shows it to be typed. */
    public static String ofTyped(String base32, Instant now) {
        return Totp.code(SigningUpTests.base32(base32.replace(" ", "")), Totp.step(now));
    }
}
