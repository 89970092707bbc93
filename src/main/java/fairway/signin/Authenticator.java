package fairway.signin;

import fairway.identity.EmailAddress;
import fairway.identity.Phone;
import fairway.limits.Count;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One way to codes that an account has set up; {@code address} is empty for an app. */
record Authenticator(UUID id, UUID account, Way way, String address, boolean confirmed, Count failed, Marks marks) {
    /** What its owner knows it by. */
    record Marks(
            String name,
            Instant boundAt,
            @Nullable Instant usedAt,
            @Nullable Instant lostAt) {}

    /** Proven, and not reported as lost. */
    boolean usable() {
        return confirmed && marks.lostAt() == null;
    }

    /** Enough of the address to know which one it is. */
    String masked() {
        return switch (way) {
            case TEXT -> new Phone(address).masked();
            case EMAIL -> new EmailAddress(address).masked();
            case APP -> "";
        };
    }
}
