package fairway.documents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file as its owner and officers see it; {@code sha256} is in hexadecimal, {@code foreign} says that a part of it is not in
 * English, {@code translationOf} names the document that a translation or certificate belongs to.
 */
public record Document(
        UUID id,
        Holder holder,
        String slot,
        String name,
        String type,
        long size,
        String sha256,
        Verdict verdict,
        Instant receivedAt,
        boolean foreign,
        Part part,
        @Nullable UUID translationOf) {}
