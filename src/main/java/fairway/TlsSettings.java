package fairway;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's own certificate. Both files are read again when they change, so a renewal needs no restart.
 *
 * @param certificate PEM file of the certificate, its chain behind it; with it pages are served over TLS alone
 * @param key PEM file of its private key
 */
@ConfigurationProperties("fairway.tls")
record TlsSettings(@Nullable Path certificate, @Nullable Path key) {}
