package fairway.delivery;

import java.time.Instant;

/** The last message on this channel never arrived; {@code address} is half hidden. */
public record Unreached(Channel channel, String address, Instant since) {
    /** As much of an address as its owner needs to recognize it. */
    static String halfHidden(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> {
                int at = address.indexOf('@');
                yield at < 1 ? "•••" : address.substring(0, 1) + "•••" + address.substring(at);
            }
            case TEXT -> "••• " + address.substring(Math.max(0, address.length() - 4));
            case LETTER -> "•••";
        };
    }
}
