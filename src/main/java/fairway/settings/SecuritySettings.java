package fairway.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people set about the security of their account.
 *
 * @param frozenFor how long nothing that decides who gets in may change after somebody said "this was not me"
 * @param moveAfter how long a new sign-in address waits, so that whoever reads the old one can stop it
 * @param addressLink how long the link to a new address works
 * @param alarmLink how long "this was not me" in a message works
 * @param remembered how long a "this was not me" from the mailbox alone counts, so that the next one stops less
 * @param backupAskedAfter how long after it was made or confirmed we ask whether the backup code is still there
 * @param addressesADay how many new addresses one account may ask for in 24 hours, and how many messages one address gets
 * @param historyPage how many lines of the history one page shows
 */
@ConfigurationProperties("fairway.settings")
record SecuritySettings(
        @DefaultValue("72h") Duration frozenFor,
        @DefaultValue("24h") Duration moveAfter,
        @DefaultValue("24h") Duration addressLink,
        @DefaultValue("10d") Duration alarmLink,
        @DefaultValue("90d") Duration remembered,
        @DefaultValue("365d") Duration backupAskedAfter,
        @DefaultValue("5") int addressesADay,
        @DefaultValue("25") int historyPage) {}
