package fairway.filing;

import java.util.UUID;

/** A filing is certain: signed, and paid for or owing nothing. Published inside the transaction that makes it so. */
public record FilingReceived(UUID filing) {}
