package fairway.limits;

import java.util.regex.Pattern;

/** Where a request came from, as far as limits go: one household, and the network around it. */
public record Place(String household, String network) {
    private static final Pattern GROUP = Pattern.compile(":");

    /** IPv4: the address and its /24. IPv6: the /64, which one household has whole, and the /48. */
    public static Place of(String address) {
        if (!address.contains(":") || address.contains(".")) {
            var plain = address.substring(address.lastIndexOf(':') + 1);
            return new Place(plain, plain.substring(0, Math.max(0, plain.lastIndexOf('.'))));
        }
        return new Place(first(address, 4), first(address, 3));
    }

    private static String first(String address, int groups) {
        int gap = address.indexOf("::");
        var head = GROUP.split(gap < 0 ? address : address.substring(0, gap), -1);
        var first = new StringBuilder();
        for (int i = 0; i < groups; i++) {
            first.append(i < head.length && !head[i].isEmpty() ? head[i] : "0").append(':');
        }
        return first.toString();
    }
}
