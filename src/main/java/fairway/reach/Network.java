package fairway.reach;

import java.util.regex.Pattern;

/** Who asks, as far as limits go: one IPv4 address, or the first half of an IPv6 address, which one household has whole. */
final class Network {
    private static final Pattern GROUP = Pattern.compile(":");

    private Network() {}

    static String of(String address) {
        if (!address.contains(":") || address.contains(".")) {
            return address;
        }
        int gap = address.indexOf("::");
        var head = gap < 0 ? address : address.substring(0, gap);
        var groups = GROUP.split(head, -1);
        var first = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            first.append(i < groups.length && !groups[i].isEmpty() ? groups[i] : "0")
                    .append(':');
        }
        return first.toString();
    }
}
