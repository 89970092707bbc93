package fairway.merging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Joining two accounts of one person.
 *
 * @param code how long the code works that is shown in the one account and entered in the other
 * @param rest how long a joining rests after it was proven, so that whoever reads of it can stop it, before staff may decide
 * @param answer how long after that staff decides at the latest
 * @param takenBack how long a joining can be taken back
 * @param remembered how long an address that ended a joining of two accounts alone cannot end another one of them alone
 */
@ConfigurationProperties("fairway.merging")
record MergingSettings(
        @DefaultValue("1h") Duration code,
        @DefaultValue("24h") Duration rest,
        @DefaultValue("3d") Duration answer,
        @DefaultValue("30d") Duration takenBack,
        @DefaultValue("90d") Duration remembered) {}
