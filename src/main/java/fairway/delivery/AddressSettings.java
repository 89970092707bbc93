package fairway.delivery;

import java.net.URI;
import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The installation’s own address.
 *
 * @param baseUrl address under which people reach this installation; links in messages are made from it and nothing else
 */
@ConfigurationProperties("fairway")
record AddressSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl) {
    String base() {
        return baseUrl.toString().replaceAll("/+$", "");
    }

    String link(Locale language, String path) {
        return base() + (language.getLanguage().equals("en") ? "" : "/" + language.getLanguage()) + path;
    }
}
