package fairway.vault;

import java.util.UUID;

/** A data key as the database holds it. */
final class WrappedKey {
    private final UUID id;
    private final byte[] wrapped;
    private final int kek;

    WrappedKey(UUID id, byte[] wrapped, int kek) {
        this.id = id;
        this.wrapped = wrapped;
        this.kek = kek;
    }

    UUID id() {
        return id;
    }

    byte[] wrapped() {
        return wrapped;
    }

    int kek() {
        return kek;
    }
}
