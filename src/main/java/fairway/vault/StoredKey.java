package fairway.vault;

import java.time.Instant;

/** A secret of the key folder and from when on new things are made with it. */
final class StoredKey {
    private final byte[] secret;
    private final Instant from;

    StoredKey(byte[] secret, Instant from) {
        this.secret = secret;
        this.from = from;
    }

    byte[] secret() {
        return secret;
    }

    Instant from() {
        return from;
    }
}
