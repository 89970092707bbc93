package fairway.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message will never arrive: published in the transaction that gives it up. */
public record DeliveryFailed(UUID message, @Nullable UUID account, Channel channel, Purpose purpose) {}
