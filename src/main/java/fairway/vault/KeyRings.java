package fairway.vault;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;

/** The key folder as it is now: a key put there while we run is known within seconds, and in force only some time later. */
final class KeyRings {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(15);

    private final KeyFolder folder;
    private final InstantSource clock;
    private final AtomicReference<Seen> seen;

    private record Seen(KeyRing ring, SortedSet<String> names, Instant at) {}

    KeyRings(KeyFolder folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        this.seen = new AtomicReference<>(read());
    }

    KeyFolder folder() {
        return folder;
    }

    Instant time() {
        return clock.instant();
    }

    KeyRing now() {
        var known = seen.get();
        var passed = Duration.between(known.at(), clock.instant());
        if (passed.abs().compareTo(LOOKS_EVERY) < 0) {
            return known.ring();
        }
        return folder.names().equals(known.names()) ? again(known) : fresh();
    }

    /** When something was made with a key not seen yet. */
    KeyRing fresh() {
        var read = read();
        seen.set(read);
        return read.ring();
    }

    int current(KeyKind kind) {
        return now().current(kind, clock.instant());
    }

    private KeyRing again(Seen known) {
        seen.compareAndSet(known, new Seen(known.ring(), known.names(), clock.instant()));
        return known.ring();
    }

    private Seen read() {
        Map<KeyKind, NavigableMap<Integer, StoredKey>> keys = new EnumMap<>(KeyKind.class);
        var names = folder.names();
        for (var kind : KeyKind.values()) {
            keys.put(kind, folder.keys(kind));
        }
        return new Seen(new KeyRing(keys), names, clock.instant());
    }
}
