package fairway.forms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The answers exactly as they are signed and filed, always the same bytes for the same answers, and what was left out. */
public record CanonicalFiling(String json, List<Removed> removed) {
    /** An answer that is not filed, because it was our own question or is no longer asked. */
    public record Removed(String path, Why why) {}

    public enum Why {
        OWN,
        HIDDEN,
        UNREADABLE
    }

    public CanonicalFiling {
        removed = List.copyOf(removed);
    }

    public byte[] bytes() {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hash in lower-case hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(hash());
    }
}
