package fairway.vault;

import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Seals what only its context may open again: the context is a name such as {@code filing.draft_page/<id>/<page>}, and a
 * value copied to another place does not open there.
 */
@Component
public class Vault {
    private final KeyRings rings;
    private final DataKeys dataKeys;
    private final OpenKeys open;
    private final Turning turning;
    private final Sources sources;

    Vault(KeyRings rings, DataKeys dataKeys, VaultSettings settings, Turning turning, Sources sources) {
        this.rings = rings;
        this.dataKeys = dataKeys;
        this.turning = turning;
        this.open = new OpenKeys(settings.cached(), settings.cachedFor());
        this.sources = sources;
    }

    @Component
    record Sources(NoArgGenerator ids, SecureRandom random, InstantSource clock) {}

    /** A new data key, stored wrapped in the caller's transaction. */
    public UUID newKey() {
        var id = sources.ids().generate();
        var secret = new byte[KeyFolder.SIZE];
        sources.random().nextBytes(secret);
        int kek = rings.current(KeyKind.KEK);
        dataKeys.add(
                new WrappedKey(id, rings.now().wrap(id, secret, kek), kek),
                sources.clock().instant());
        return id;
    }

    public byte[] seal(UUID key, byte[] plain, String context) {
        return ciphers(key).seal(plain, context);
    }

    /** What was sealed; throws {@link SealBroken} for another key, context or content. */
    public byte[] open(UUID key, byte[] sealed, String context) {
        return ciphers(key).open(sealed, context);
    }

    /** Seals while writing, in constant memory; what was written counts only once the stream is closed. */
    public OutputStream sealing(UUID key, OutputStream to, String context) throws IOException {
        return ciphers(key).sealing(to, context);
    }

    /** Opens while reading, in constant memory; a stream that was changed, cut or moved throws while it is read. */
    public InputStream opening(UUID key, InputStream from, String context) throws IOException {
        return ciphers(key).opening(from, context);
    }

    /** Seals under the key of the installation, for rows that belong to nobody. */
    public byte[] sealGlobal(byte[] plain, String context) {
        return seal(Unlocking.INSTALLATION, plain, context);
    }

    public byte[] openGlobal(byte[] sealed, String context) {
        return open(Unlocking.INSTALLATION, sealed, context);
    }

    /**
     * Keyed and for ever the same for the same purpose and value: for counters, marks and numbers. A column that is looked up
     * keeps {@link #kept} of it instead, which a new key can reach.
     */
    public byte[] fingerprint(String purpose, String value) {
        return rings.now().fingerprint(purpose, value);
    }

    /** A fingerprint as new rows keep it; its column is made known as a {@link KeptColumn}. */
    public byte[] kept(byte[] fingerprint) {
        return rings.now().layered(fingerprint, rings.current(KeyKind.FINGERPRINT));
    }

    /** All the ways in which a row may still keep it, for {@code = any(…)}. */
    public byte[][] asKept(byte[] fingerprint) {
        var ring = rings.now();
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(1), ring.of(KeyKind.FINGERPRINT).keySet().stream())
                .map(number -> ring.layered(fingerprint, number))
                .toArray(byte[][]::new);
    }

    /** HMAC-SHA256 under the current key of this purpose. */
    public byte[] mac(String purpose, byte[]... parts) {
        return mac(macKey(), purpose, parts);
    }

    /** The same under an earlier key, for what was stored with its number. */
    public byte[] mac(int number, String purpose, byte[]... parts) {
        var ring = rings.now();
        return (ring.of(KeyKind.MAC).containsKey(number) ? ring : rings.fresh()).mac(number, purpose, parts);
    }

    /** What {@link #mac(String, byte[]...)} may have given to something that lives this long: under a new key and the one before. */
    public List<byte[]> macs(Duration life, String purpose, byte[]... parts) {
        return rings.now().macs(rings.time(), life.plus(Unlocking.NOTICE), purpose, parts);
    }

    /** Number of the key that {@link #mac(String, byte[]...)} uses now; store it beside what lives for years. */
    public int macKey() {
        return rings.current(KeyKind.MAC);
    }

    /** Puts a new key of this kind into the folder, in force at once or, where others of us run, in a minute. */
    public int newKey(KeyKind kind, boolean atOnce) {
        var ring = rings.fresh();
        var numbers = ring.of(kind);
        int number = numbers.isEmpty() ? 2 : numbers.lastKey() + 1;
        var from = atOnce ? rings.time() : rings.time().plus(Unlocking.NOTICE);
        rings.folder().generate(kind, number, sources.random(), from);
        rings.fresh();
        Unlocking.remember(rings, dataKeys);
        return number;
    }

    /** Brings everything under the keys in force; after a break the next call goes on where this one stopped. */
    public void turn(Consumer<String> progress) {
        turning.turn(progress);
    }

    /** Which keys are in force and how much is still under earlier ones; counts rows. */
    public List<KeyState> keys() {
        return turning.states();
    }

    /** Makes everything sealed with this key unreadable for ever. */
    public void destroy(UUID key) {
        if (key.equals(Unlocking.INSTALLATION)) {
            throw new IllegalArgumentException("The key of the installation stays");
        }
        dataKeys.destroy(key, sources.clock().instant());
        open.forget(key);
    }

    int openKeys() {
        return open.size();
    }

    private Ciphers ciphers(UUID id) {
        var now = sources.clock().instant();
        var cached = open.get(id, now);
        if (cached != null) {
            return cached;
        }
        var stored = dataKeys.find(id).orElseThrow(() -> new SealBroken("No such key, or destroyed: " + id));
        var ring = rings.now().hasKek(stored.kek()) ? rings.now() : rings.fresh();
        var ciphers = new Ciphers(ring.unwrap(id, stored.kek(), stored.wrapped()));
        open.put(id, ciphers, now);
        return ciphers;
    }
}
