package fairway.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Filings that came on paper.
 *
 * @param code how long an online access code can be used
 * @param letter within which time a letter with a new code that was asked for leaves the house
 */
@ConfigurationProperties("fairway.intake")
record IntakeSettings(
        @DefaultValue("90d") Duration code,
        @DefaultValue("2d") Duration letter) {}
