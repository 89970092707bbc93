package fairway.reach;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one network address may ask for the status of a case.
 *
 * @param perMinute times within a minute
 * @param perHour times within an hour
 */
@ConfigurationProperties("fairway.reach")
record ReachSettings(
        @DefaultValue("10") int perMinute,
        @DefaultValue("60") int perHour) {}
