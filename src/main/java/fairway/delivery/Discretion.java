package fairway.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says whose messages must tell nothing to somebody who sees them by chance; asked when a message leaves. */
public interface Discretion {
    /** Whether this one is; {@code account} is whose message it is, where that was said, else the address decides. */
    boolean wanted(@Nullable UUID account, Channel channel, String address);
}
