package fairway.ui;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/** Who asks, as far as limits go: one IPv4 address, or the first half of an IPv6 address, which one household has whole. */
public record Network(String value) {
    private static final int HOUSEHOLD_BYTES = 8;

    public static Network of(String address) {
        return new Network(read(address).map(Network::counted).orElse(address));
    }

    /** The address, if it is one in figures; names are never looked up. */
    static Optional<InetAddress> read(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address.strip()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    private static String counted(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var bytes = address.getAddress();
        var half = new StringBuilder();
        for (int i = 0; i < HOUSEHOLD_BYTES; i += 2) {
            half.append(Integer.toHexString(((bytes[i] & 0xff) << 8) | (bytes[i + 1] & 0xff)))
                    .append(':');
        }
        return half.toString();
    }
}
