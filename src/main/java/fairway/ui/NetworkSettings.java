package fairway.ui;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which machines stand between people and this one.
 *
 * @param trustedProxies addresses or ranges ({@code 10.1.0.0/16}) of our own load balancers; what anybody else says about where a request came from is ignored
 * @param forwardedHeader the one header these set, {@code X-Forwarded-For} or {@code Forwarded}; the other is never read
 */
@ConfigurationProperties("fairway.network")
record NetworkSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("X-Forwarded-For") String forwardedHeader) {}
