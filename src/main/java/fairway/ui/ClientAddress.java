package fairway.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts the person's own address in place of a load balancer's, but only on the word of load balancers we trust: anybody can
 * write a header, and limits count by address.
 */
class ClientAddress extends OncePerRequestFilter {
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]+)\\](?::\\d+)?|([0-9.]+):\\d+");
    private static final Pattern FOR = Pattern.compile("(?i)(?:^|;)\\s*for=\"?([^\";]+)\"?");

    private final List<AddressRange> trusted;
    private final String header;

    ClientAddress(NetworkSettings settings) {
        this.trusted = settings.trustedProxies().stream()
                .filter(range -> !range.isBlank())
                .map(AddressRange::read)
                .toList();
        this.header = settings.forwardedHeader();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(trusts(request.getRemoteAddr()) ? new Forwarded(request, client(request)) : request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return trusted.isEmpty();
    }

    /** From the nearest machine outwards, the first that is not one of ours; what lies beyond it is hearsay. */
    private String client(HttpServletRequest request) {
        var client = request.getRemoteAddr();
        for (var hop : hops(request)) {
            var address = address(hop);
            if (address.isEmpty()) {
                return client;
            }
            client = address.get().getHostAddress();
            if (!trusts(client)) {
                return client;
            }
        }
        return client;
    }

    private List<String> hops(HttpServletRequest request) {
        var hops = new ArrayList<String>();
        for (var line : Collections.list(request.getHeaders(header))) {
            hops.addAll(List.of(line.split(",", -1)));
        }
        return hops.reversed();
    }

    private Optional<InetAddress> address(String hop) {
        var written = hop.strip();
        if (header.equalsIgnoreCase("Forwarded")) {
            var found = FOR.matcher(written);
            written = found.find() ? found.group(1).strip() : "";
        }
        var port = WITH_PORT.matcher(written);
        if (port.matches()) {
            written = port.group(1) == null ? port.group(2) : port.group(1);
        }
        return Network.read(written);
    }

    private boolean trusts(String address) {
        return Network.read(address)
                .filter(one -> trusted.stream().anyMatch(range -> range.holds(one)))
                .isPresent();
    }

    /** The request as the person sent it to the load balancer. */
    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client) {
            super(request);
            this.client = client;
            this.secure = request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : super.getScheme();
        }
    }
}
