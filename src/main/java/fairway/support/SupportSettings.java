package fairway.support;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Looking at accounts to help.
 *
 * @param look how long one look lasts before its reason is asked for again
 */
@ConfigurationProperties("fairway.support")
record SupportSettings(@DefaultValue("30m") Duration look) {}
