package fairway.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sign-in and sessions.
 *
 * @param idle a session ends after this long without a request
 * @param total a session ends this long after sign-in, whatever happens
 * @param seenEvery how often at most a session's last use is written down
 * @param sessionsPerAccount the oldest session ends when there would be more than these
 * @param freshFor how long password and code count as fresh for an act that asks for them again
 * @param latelyFor the same for acts that only show or hand out
 * @param profile {@code classic} follows the agency's own papers, {@code strict} the newer standards where both differ
 */
@ConfigurationProperties("fairway.signin")
record SigninSettings(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("12h") Duration total,
        @DefaultValue("1m") Duration seenEvery,
        @DefaultValue("5") int sessionsPerAccount,
        @DefaultValue("5m") Duration freshFor,
        @DefaultValue("20m") Duration latelyFor,
        @DefaultValue("classic") Profile profile) {
    private static final Duration LONGEST_IDLE_OF_STAFF = Duration.ofMinutes(15);

    /** Staff never have longer than 15 minutes, whatever people are given. */
    Duration idle(boolean staff) {
        return staff && idle.compareTo(LONGEST_IDLE_OF_STAFF) > 0 ? LONGEST_IDLE_OF_STAFF : idle;
    }
}
