package fairway.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Filings that came on paper.
 *
 * @param code how long an online access code can be used
 * @param recognised how long after that a code is still known as one that ran out or was used, until it is forgotten
 * @param letter within which time a letter with a new code that was asked for leaves the house
 */
@ConfigurationProperties("fairway.intake")
record IntakeSettings(
        @DefaultValue("90d") Duration code,
        @DefaultValue("90d") Duration recognised,
        @DefaultValue("2d") Duration letter) {}
