package fairway.passkeys;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator in software that can also lie: about where it is, whom it has checked and how often it was used. */
final class SoftKey {
    static final int PRESENT = 1;
    static final int VERIFIED = 4;
    static final int BACKUP_ELIGIBLE = 8;
    static final int BACKED_UP = 16;
    private static final int ATTESTED = 64;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final byte[] id = new byte[32];
    byte[] handle = new byte[0];
    String origin = "http://localhost:8080";
    String rpId = "localhost";
    int flags = PRESENT | VERIFIED;
    long counter = 1;
    private final KeyPair pair;

    SoftKey() {
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer to a question for a new key. */
    String register(String question) {
        var options = JSON.readTree(question);
        handle = bytes(options.at("/user/id").asString());
        var attestation = new ByteArrayOutputStream();
        attestation.writeBytes(new byte[] {(byte) 0xa3, 0x63});
        attestation.writeBytes("fmt".getBytes(StandardCharsets.US_ASCII));
        attestation.write(0x64);
        attestation.writeBytes("none".getBytes(StandardCharsets.US_ASCII));
        attestation.write(0x67);
        attestation.writeBytes("attStmt".getBytes(StandardCharsets.US_ASCII));
        attestation.write(0xa0);
        attestation.write(0x68);
        attestation.writeBytes("authData".getBytes(StandardCharsets.US_ASCII));
        var said = said(flags | ATTESTED, attested());
        attestation.writeBytes(new byte[] {0x58, (byte) said.length});
        attestation.writeBytes(said);
        return credential(Map.of(
                "clientDataJSON", text(client("webauthn.create", options)),
                "attestationObject", text(attestation.toByteArray()),
                "transports", new String[] {"internal"}));
    }

    /** The answer to a question who is there. */
    String answer(String question) {
        return answer(question, handle);
    }

    String answer(String question, byte[] userHandle) {
        var client = client("webauthn.get", JSON.readTree(question));
        counter++;
        var said = said(flags, new byte[0]);
        return credential(Map.of(
                "clientDataJSON",
                text(client),
                "authenticatorData",
                text(said),
                "signature",
                text(signed(said, client)),
                "userHandle",
                text(userHandle)));
    }

    private String credential(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                text(id),
                "rawId",
                text(id),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "response",
                response));
    }

    private byte[] client(String type, JsonNode options) {
        return JSON.writeValueAsBytes(Map.of(
                "type",
                type,
                "challenge",
                options.get("challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private byte[] said(int with, byte[] more) {
        return ByteBuffer.allocate(37 + more.length)
                .put(sha256(rpId.getBytes(StandardCharsets.US_ASCII)))
                .put((byte) with)
                .putInt((int) counter)
                .put(more)
                .array();
    }

    private byte[] attested() {
        var cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 0x20});
        cose.writeBytes(unsigned(((ECPublicKey) pair.getPublic()).getW().getAffineX()));
        cose.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cose.writeBytes(unsigned(((ECPublicKey) pair.getPublic()).getW().getAffineY()));
        return ByteBuffer.allocate(16 + 2 + id.length + cose.size())
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose.toByteArray())
                .array();
    }

    private byte[] signed(byte[] said, byte[] client) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(said);
            signature.update(sha256(client));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] unsigned(BigInteger number) {
        var padded = new byte[32];
        var bytes = number.toByteArray();
        int from = Math.max(0, bytes.length - 32);
        System.arraycopy(bytes, from, padded, 32 - (bytes.length - from), bytes.length - from);
        return padded;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
