package fairway.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys outside the database as they lay in the folder: those that wrap data keys, those behind hashes and codes, and
 * the layers over kept fingerprints, of which the first layer has the number 2.
 */
final class KeyRing {
    private static final String LAYER = "fairway.fingerprint/layer";

    private final NavigableMap<Integer, Ciphers> wrapping = new TreeMap<>();
    private final Map<KeyKind, NavigableMap<Integer, StoredKey>> keys;
    private final ConcurrentMap<String, SecretKeySpec> derived = new ConcurrentHashMap<>();

    KeyRing(Map<KeyKind, NavigableMap<Integer, StoredKey>> keys) {
        this.keys = keys;
        of(KeyKind.KEK).forEach((number, key) -> wrapping.put(number, new Ciphers(key.secret())));
    }

    NavigableMap<Integer, StoredKey> of(KeyKind kind) {
        return keys.getOrDefault(kind, new TreeMap<>());
    }

    /** The highest number in force; before the first change of fingerprints that is 1, which is no layer at all. */
    int current(KeyKind kind, Instant now) {
        var known = of(kind);
        for (var key : known.descendingMap().entrySet()) {
            if (!key.getValue().from().isAfter(now)) {
                return key.getKey();
            }
        }
        return kind == KeyKind.FINGERPRINT ? 1 : known.firstKey();
    }

    boolean hasKek(int number) {
        return wrapping.containsKey(number);
    }

    byte[] wrap(UUID id, byte[] secret, int kek) {
        return cipher(kek).seal(secret, context(id));
    }

    byte[] unwrap(UUID id, int kek, byte[] wrapped) {
        return cipher(kek).open(wrapped, context(id));
    }

    private Ciphers cipher(int kek) {
        var key = wrapping.get(kek);
        if (key == null) {
            throw new VaultClosed("The vault's key kek-" + kek + " is missing from the key folder.");
        }
        return key;
    }

    /** HMAC-SHA256 under a key of this purpose alone; lengths are part of what is signed, so parts cannot shift. */
    byte[] mac(int number, String purpose, byte[]... parts) {
        return hmac(KeyKind.MAC, number, "fairway.mac/" + purpose, parts);
    }

    /** Under the current key, and under those that were replaced no longer ago than that. */
    List<byte[]> macs(Instant now, Duration life, String purpose, byte[]... parts) {
        var made = new ArrayList<byte[]>();
        var current = current(KeyKind.MAC, now);
        made.add(mac(current, purpose, parts));
        var later = of(KeyKind.MAC).get(current);
        for (var key : of(KeyKind.MAC).headMap(current, false).descendingMap().entrySet()) {
            if (later == null || later.from().plus(life).isBefore(now)) {
                break;
            }
            made.add(mac(key.getKey(), purpose, parts));
            later = key.getValue();
        }
        return made;
    }

    /** Always under the first key, so that it never changes. */
    byte[] fingerprint(String purpose, String value) {
        return mac(of(KeyKind.MAC).firstKey(), "fingerprint/" + purpose, value.getBytes(StandardCharsets.UTF_8));
    }

    /** A fingerprint under all layers up to this number, which goes before it. */
    byte[] layered(byte[] fingerprint, int number) {
        var value = fingerprint;
        for (var layer : of(KeyKind.FINGERPRINT).headMap(number, true).keySet()) {
            value = hmac(KeyKind.FINGERPRINT, layer, LAYER, value);
        }
        return number == 1 ? value : Layered.of(number, value);
    }

    /** The same for one that was kept under fewer layers; nobody needs to know of what it is. */
    byte[] raised(byte[] kept, int number) {
        var has = Layered.number(kept);
        var value = Layered.value(kept);
        for (var layer :
                of(KeyKind.FINGERPRINT).subMap(has, false, number, true).keySet()) {
            value = hmac(KeyKind.FINGERPRINT, layer, LAYER, value);
        }
        return Layered.of(number, value);
    }

    private byte[] hmac(KeyKind kind, int number, String purpose, byte[]... parts) {
        var stored = of(kind).get(number);
        if (stored == null) {
            throw new VaultClosed("The vault's key " + kind.file() + "-" + number + " is missing from the key folder.");
        }
        var key = derived.computeIfAbsent(
                kind + "/" + number + "/" + purpose,
                any -> new SecretKeySpec(Ciphers.derive(stored.secret(), purpose), "HmacSHA256"));
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

    private static String context(UUID id) {
        return "vault.data_key/" + id;
    }
}
