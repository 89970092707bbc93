package fairway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.stereotype.Component;

/** The operator's own certificate, read again when its files are renewed; without it pages are for this machine only. */
@Component
class Tls implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    static final String CERTIFICATE = "fairway.tls.certificate";
    static final String KEY = "fairway.tls.key";

    private static final String BUNDLE = "fairway";
    private static final String STORE = "spring.ssl.bundle.pem." + BUNDLE + ".";

    private final SslBundles bundles;

    Tls(SslBundles bundles) {
        this.bundles = bundles;
    }

    /** Turns our two settings into the server's, and refuses an address that would carry people's words in the clear. */
    static void prepare(ConfigurableEnvironment settings, boolean serves) {
        var certificate = settings.getProperty(CERTIFICATE, "");
        var key = settings.getProperty(KEY, "");
        if (certificate.isBlank() != key.isBlank()) {
            throw new CannotStart("TLS needs both " + CERTIFICATE + " and " + KEY);
        }
        if (!serves) {
            return;
        }
        refuseOtherNames(settings);
        if (certificate.isBlank()) {
            refuseInTheClear(settings);
            return;
        }
        Map<String, Object> server = new HashMap<>();
        server.put(STORE + "keystore.certificate", "file:" + readable(certificate));
        server.put(STORE + "keystore.private-key", "file:" + readable(key));
        server.put(STORE + "reload-on-update", true);
        server.put("server.ssl.bundle", BUNDLE);
        server.put("server.ssl.enabled-protocols", "TLSv1.3,TLSv1.2");
        settings.getPropertySources().addFirst(new MapPropertySource("fairway.tls", server));
    }

    static boolean on(Environment settings) {
        return !settings.getProperty("server.ssl.bundle", "").isBlank()
                || !settings.getProperty("server.ssl.certificate", "").isBlank();
    }

    private static void refuseInTheClear(Environment settings) {
        var address = settings.getProperty("server.address", "127.0.0.1");
        var proxies = settings.getProperty("fairway.network.trusted-proxies", "")
                + settings.getProperty("fairway.network.trusted-proxies[0]", "");
        if (!Options.loopback(address) && !on(settings) && proxies.isBlank()) {
            throw new CannotStart(
                    "Listening on " + address + " needs TLS (" + CERTIFICATE + ", " + KEY
                            + ") or a load balancer that speaks it (fairway.network.trusted-proxies); without it only localhost works");
        }
    }

    /** Browsers keep our cookies and passkeys without TLS under one name only. */
    private static void refuseOtherNames(Environment settings) {
        var base = settings.getProperty("fairway.base-url", "").strip();
        if (base.regionMatches(true, 0, "http:", 0, 5) && !base.matches("(?i)http://localhost(:[0-9]+)?(/.*)?")) {
            throw new CannotStart(
                    "People cannot reach Fairway at " + base
                            + ": without TLS browsers keep its cookies at http://localhost only; begin fairway.base-url with https://");
        }
    }

    private static Path readable(String file) {
        var path = Path.of(file).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new CannotStart("The file of TLS " + path + " is missing or cannot be read");
        }
        return path;
    }

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        factory.addServerCustomizers(this::reloading);
    }

    /** Jetty holds what it read at the start until it is told. */
    private void reloading(Server server) {
        if (!bundles.getBundleNames().contains(BUNDLE)) {
            return;
        }
        for (var connector : server.getConnectors()) {
            var ssl = connector.getConnectionFactory(SslConnectionFactory.class);
            if (ssl != null) {
                bundles.addBundleUpdateHandler(BUNDLE, renewed -> reload(ssl, renewed));
            }
        }
    }

    private static void reload(SslConnectionFactory ssl, SslBundle renewed) {
        try {
            ssl.getSslContextFactory()
                    .reload(context -> context.setKeyStore(
                            java.util.Objects.requireNonNull(renewed.getStores().getKeyStore())));
        } catch (Exception e) {
            throw new IllegalStateException("The renewed certificate cannot be used", e);
        }
    }
}
