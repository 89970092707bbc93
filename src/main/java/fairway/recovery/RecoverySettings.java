package fairway.recovery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Getting back into an account.
 *
 * @param link how long the link for a lost password works
 * @param open how long, after the link was used, the other proofs and the new password may take
 * @param hold how long an account stays closed to somebody who lost everything, so that its owner can stop it
 * @param frozenFor how long nothing that decides who gets in may change after a return with little proof
 * @param finishLink how long the link at the end of the hold works; it can be sent again
 * @param remembered how long a return that was begun and not finished counts against beginning another one
 * @param finishWithin how long after the hold the account may be entered before one has to ask anew
 */
@ConfigurationProperties("fairway.recovery")
record RecoverySettings(
        @DefaultValue("30m") Duration link,
        @DefaultValue("30m") Duration open,
        @DefaultValue("72h") Duration hold,
        @DefaultValue("72h") Duration frozenFor,
        @DefaultValue("24h") Duration finishLink,
        @DefaultValue("90d") Duration remembered,
        @DefaultValue("14d") Duration finishWithin) {}
