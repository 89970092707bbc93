package fairway.delivery;

/** Who carries what on each channel. */
interface Carriers {
    Carrier of(Channel channel);
}
