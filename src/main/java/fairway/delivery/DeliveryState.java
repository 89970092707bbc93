package fairway.delivery;

/** Where a message stands; the last three are final, and SENT means handed to the carrier, not read. */
public enum DeliveryState {
    CREATED,
    SENDING,
    FAILED_TEMPORARY,
    SENT,
    FAILED_PERMANENT,
    SUPPRESSED
}
