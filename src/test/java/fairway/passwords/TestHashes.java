package fairway.passwords;

import org.springframework.stereotype.Component;

/** Counts slow hashes for tests of other modules. */
@Component
public class TestHashes {
    private final Hashing hashing;

    TestHashes(Hashing hashing) {
        this.hashing = hashing;
    }

    public long asked() {
        return hashing.asked();
    }
}
