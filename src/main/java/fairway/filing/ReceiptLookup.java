package fairway.filing;

import java.util.Optional;
import java.util.UUID;

/** Where a filing learns the number of the case it became; answered by whoever opens cases. */
public interface ReceiptLookup {
    Optional<String> receiptOf(UUID filing);
}
