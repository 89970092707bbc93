package fairway.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hash over the row and the hash before it; every part with its length, so that no text can move to its neighbour. */
final class Chain {
    static final byte[] START = new byte[32];

    private Chain() {}

    /** A row exactly as the table holds it. */
    record Row(
            UUID id,
            long number,
            Instant at,
            String actorKind,
            @Nullable UUID actor,
            String what,
            String subjectKind,
            String subject,
            String facts) {

        List<String> parts() {
            return List.of(
                    id.toString(),
                    Long.toString(number),
                    Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                    actorKind,
                    Objects.toString(actor, ""),
                    what,
                    subjectKind,
                    subject,
                    facts);
        }
    }

    static byte[] next(byte[] previous, Row row) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            for (var part : row.parts()) {
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
