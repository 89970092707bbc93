package fairway.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A secret that only its bearer knows, in a cookie or a link; we keep its digest. */
public record Token(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22,64}");

    public static Token fresh(SecureRandom random, int bits) {
        var bytes = new byte[bits / 8];
        random.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public static Optional<Token> read(String typed) {
        return SHAPE.matcher(typed).matches() ? Optional.of(new Token(typed)) : Optional.empty();
    }

    public byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
