package fairway.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that was given up, for the staff's list of exceptions. */
public record Failure(
        UUID message,
        Channel channel,
        Purpose purpose,
        String template,
        Reason reason,
        int tries,
        Instant at,
        @Nullable UUID account) {}
