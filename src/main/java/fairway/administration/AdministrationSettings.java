package fairway.administration;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Staff accounts.
 *
 * @param invitation how long an invitation by e-mail can be used
 * @param consoleToken how long the link for an administrator that is printed on the console can be used
 */
@ConfigurationProperties("fairway.administration")
record AdministrationSettings(
        @DefaultValue("72h") Duration invitation,
        @DefaultValue("1h") Duration consoleToken) {}
