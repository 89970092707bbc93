package fairway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys outside the database: those that wrap data keys, and those that make fingerprints and codes. */
final class KeyRing {
    private final NavigableMap<Integer, Ciphers> wrapping = new TreeMap<>();
    private final NavigableMap<Integer, byte[]> macs;
    private final Map<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

    KeyRing(NavigableMap<Integer, byte[]> keks, NavigableMap<Integer, byte[]> macs) {
        keks.forEach((number, secret) -> wrapping.put(number, new Ciphers(secret)));
        this.macs = macs;
    }

    int currentKek() {
        return wrapping.lastKey();
    }

    int currentMac() {
        return macs.lastKey();
    }

    byte[] wrap(UUID id, byte[] secret) {
        return wrapping.lastEntry().getValue().seal(secret, context(id));
    }

    byte[] unwrap(UUID id, int kek, byte[] wrapped) {
        var key = wrapping.get(kek);
        if (key == null) {
            throw new VaultClosed("The vault's key kek-" + kek + " is missing from the key folder.");
        }
        return key.open(wrapped, context(id));
    }

    /** HMAC-SHA256 under a key of this purpose alone; lengths are part of what is signed, so parts cannot shift. */
    byte[] mac(int number, String purpose, byte[]... parts) {
        var secret = macs.get(number);
        if (secret == null) {
            throw new VaultClosed("The vault's key mac-" + number + " is missing from the key folder.");
        }
        var key = derived.computeIfAbsent(
                number + "/" + purpose,
                any -> new SecretKeySpec(Ciphers.derive(secret, "fairway.mac/" + purpose), "HmacSHA256"));
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            for (var part : parts) {
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                mac.update(part);
            }
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] fingerprint(String purpose, String value) {
        return mac(currentMac(), "fingerprint/" + purpose, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String context(UUID id) {
        return "vault.data_key/" + id;
    }
}
