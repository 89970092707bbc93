package fairway.vault;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** What one data key can do: AES256-GCM for values, AES256-GCM-HKDF in segments of 1 MB for streams; a key apart for each. */
final class Ciphers {
    private static final byte VERSION = 1;
    private static final int SEGMENT = 1 << 20;

    private final AesGcmJce values;
    private final AesGcmHkdfStreaming streams;

    Ciphers(byte[] secret) {
        try {
            this.values = new AesGcmJce(derive(secret, "fairway.vault/value"));
            this.streams =
                    new AesGcmHkdfStreaming(derive(secret, "fairway.vault/stream"), "HmacSha256", 32, SEGMENT, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] derive(byte[] secret, String purpose) {
        try {
            return Hkdf.computeHkdf("HmacSha256", secret, new byte[0], bytes(purpose), KeyFolder.SIZE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(byte[] plain, String context) {
        try {
            var sealed = values.encrypt(plain, bytes(context));
            var versioned = new byte[sealed.length + 1];
            versioned[0] = VERSION;
            System.arraycopy(sealed, 0, versioned, 1, sealed.length);
            return versioned;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(byte[] sealed, String context) {
        if (sealed.length == 0 || sealed[0] != VERSION) {
            throw new SealBroken("Not a sealed value: " + context);
        }
        try {
            return values.decrypt(java.util.Arrays.copyOfRange(sealed, 1, sealed.length), bytes(context));
        } catch (GeneralSecurityException e) {
            throw new SealBroken("Sealed value does not open: " + context);
        }
    }

    OutputStream sealing(OutputStream to, String context) throws IOException {
        to.write(VERSION);
        try {
            return streams.newEncryptingStream(to, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    InputStream opening(InputStream from, String context) throws IOException {
        if (from.read() != VERSION) {
            throw new SealBroken("Not a sealed stream: " + context);
        }
        try {
            return streams.newDecryptingStream(from, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
