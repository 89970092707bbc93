package fairway.vault;

import com.fasterxml.uuid.NoArgGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Seals what only its context may open again: the context is a name such as {@code filing.draft_page/<id>/<page>}, and a
 * value copied to another place does not open there.
 */
@Component
public class Vault {
    private final KeyRing ring;
    private final DataKeys dataKeys;
    private final OpenKeys open;
    private final Sources sources;

    Vault(KeyRing ring, DataKeys dataKeys, VaultSettings settings, Sources sources) {
        this.ring = ring;
        this.dataKeys = dataKeys;
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
        dataKeys.add(
                new WrappedKey(id, ring.wrap(id, secret), ring.currentKek()),
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

    /** Keyed and always the same for the same purpose and value, so that a sealed value can be looked up. */
    public byte[] fingerprint(String purpose, String value) {
        return ring.fingerprint(purpose, value);
    }

    /** HMAC-SHA256 under the current key of this purpose. */
    public byte[] mac(String purpose, byte[]... parts) {
        return ring.mac(ring.currentMac(), purpose, parts);
    }

    /** The same under an earlier key, for what was stored with its number. */
    public byte[] mac(int number, String purpose, byte[]... parts) {
        return ring.mac(number, purpose, parts);
    }

    /** Number of the key that {@link #mac(String, byte[]...)} uses now; store it beside what lives for years. */
    public int macKey() {
        return ring.currentMac();
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
        var ciphers = new Ciphers(ring.unwrap(id, stored.kek(), stored.wrapped()));
        open.put(id, ciphers, now);
        return ciphers;
    }
}
