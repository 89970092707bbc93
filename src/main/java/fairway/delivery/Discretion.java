package fairway.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says whose messages must tell nothing to somebody who sees them by chance; asked when a message leaves. */
public interface Discretion {
    /** @param account whose message it is, where it was said; else the address decides */
    boolean wanted(@Nullable UUID account, Channel channel, String address);
}
