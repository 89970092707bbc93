package fairway.filing;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What was filed, as it stands for ever. {@code key} seals this filing and the case it becomes; {@code applicant} is the
 * person's name as they wrote it.
 */
public record Filing(
        UUID id,
        UUID account,
        String form,
        String edition,
        Instant receivedAt,
        String sha256,
        UUID key,
        String applicant,
        Locale language) {}
