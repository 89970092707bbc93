package fairway.passkeys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passkeys and security keys.
 *
 * @param most how many an account may have
 * @param life how long a question to an authenticator may stay unanswered
 */
@ConfigurationProperties("fairway.passkeys")
record PasskeySettings(
        @DefaultValue("10") int most, @DefaultValue("5m") Duration life) {}
