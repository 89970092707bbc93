package fairway.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data keys used last, unwrapped, for a short time and up to a number. */
final class OpenKeys {
    private final Map<UUID, Open> keys;
    private final Duration keptFor;

    private record Open(Ciphers ciphers, Instant until) {}

    OpenKeys(int limit, Duration keptFor) {
        this.keptFor = keptFor;
        this.keys = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Open> eldest) {
                return size() > limit;
            }
        };
    }

    synchronized @Nullable Ciphers get(UUID id, Instant now) {
        var open = keys.get(id);
        if (open == null) {
            return null;
        }
        if (!now.isBefore(open.until())) {
            keys.remove(id);
            return null;
        }
        return open.ciphers();
    }

    synchronized void put(UUID id, Ciphers ciphers, Instant now) {
        keys.put(id, new Open(ciphers, now.plus(keptFor)));
    }

    synchronized void forget(UUID id) {
        keys.remove(id);
    }

    synchronized int size() {
        return keys.size();
    }
}
