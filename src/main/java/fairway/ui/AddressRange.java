package fairway.ui;

import java.net.InetAddress;

/** Neighbouring addresses, written {@code 10.1.0.0/16}; without a number of bits it is one address. */
record AddressRange(InetAddress from, int bits) {
    static AddressRange read(String written) {
        var parts = written.strip().split("/", 2);
        var from = Network.read(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("Not an address in figures: " + written));
        int all = from.getAddress().length * 8;
        int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("Not a range of addresses: " + written);
        }
        return new AddressRange(from, bits);
    }

    boolean holds(InetAddress address) {
        var first = from.getAddress();
        var other = address.getAddress();
        if (first.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((first[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
