package fairway.filing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing and submission.
 *
 * @param receiptWithin how long after a signature its receipt number may take before staff is told
 */
@ConfigurationProperties("fairway.filing")
record FilingSettings(@DefaultValue("3d") Duration receiptWithin) {}
