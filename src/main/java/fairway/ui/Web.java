package fairway.ui;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.EnumSet;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** Headers on everything; files of ours past the security filters, which have nothing to decide about them. */
@Configuration(proxyBeanMethods = false)
class Web {
    @Bean
    FilterRegistrationBean<LastResort> lastResort() {
        var registration = new FilterRegistrationBean<>(new LastResort());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    @Bean
    FilterRegistrationBean<ClientAddress> clientAddress(NetworkSettings settings) {
        var registration = new FilterRegistrationBean<>(new ClientAddress(settings));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(SecureRandom random) {
        var registration = new FilterRegistrationBean<>(new SecurityHeaders(random));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR));
        return registration;
    }

    /** Refuses what no browser of ours sends: other names of this host, characters that no text has. */
    @Bean
    StrictHttpFirewall firewall(HostSettings hosts) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(hosts::ours);
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    WebServerFactoryCustomizer<JettyServletWebServerFactory> container() {
        return factory -> factory.addServerCustomizers(server -> {
            server.setErrorHandler(new RefusedAtTheDoor());
            for (var connector : server.getConnectors()) {
                lighten(connector);
            }
        });
    }

    /** Without the table of header lines last seen, a tenth of a megabyte for every open connection. */
    private static void lighten(Connector connector) {
        for (var factory : connector.getConnectionFactories()) {
            if (factory instanceof HttpConfiguration.ConnectionFactory http) {
                http.getHttpConfiguration().setHeaderCacheSize(0);
            }
        }
    }

    @Bean
    ServletRegistrationBean<AssetServlet> assetServlet(Assets assets) {
        return new ServletRegistrationBean<>(new AssetServlet(assets), Assets.FOLDER + "*");
    }

    @Bean
    @Order(1)
    SecurityFilterChain filesOfOurs() {
        return new DefaultSecurityFilterChain(new OrRequestMatcher(
                PathPatternRequestMatcher.pathPattern(Assets.FOLDER + "**"),
                PathPatternRequestMatcher.pathPattern("/components")));
    }
}
