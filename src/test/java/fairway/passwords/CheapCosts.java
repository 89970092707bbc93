package fairway.passwords;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Hashes of tests are of the same kind and a fortieth of the work; {@code HashingTests} makes those of the product. */
@Configuration(proxyBeanMethods = false)
public class CheapCosts {
    /** How hashes of tests begin. */
    public static final String TEXT = "argon2id$m=1024,t=1$";

    @Bean
    @Primary
    Cost cheapCost() {
        return new Cost.Argon2(1024, 1);
    }
}
