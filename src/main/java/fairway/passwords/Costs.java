package fairway.passwords;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What one hash costs here, from the settings that refuse a cheap one. */
@Configuration(proxyBeanMethods = false)
class Costs {
    @Bean
    Cost cost(PasswordsSettings settings) {
        return settings.cost();
    }
}
