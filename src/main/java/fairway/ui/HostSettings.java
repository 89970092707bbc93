package fairway.ui;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The names this installation answers to; a request for any other is refused.
 *
 * @param baseUrl its host is always among them
 * @param hosts further names, for example the one a load balancer uses to ask whether we are well
 */
@ConfigurationProperties("fairway")
record HostSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue List<String> hosts) {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    boolean ours(String host) {
        var named = host.toLowerCase(Locale.ROOT);
        return THIS_MACHINE.contains(named)
                || named.equalsIgnoreCase(baseUrl.getHost())
                || hosts.stream().anyMatch(named::equalsIgnoreCase);
    }
}
