package fairway.payments;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How payments behave.
 *
 * @param acceptUnconfirmed whether fees that the agency has not confirmed can be paid; only for demonstrations
 * @param window how long a card page stays open
 * @param checks when we ask the card provider about a payment without an answer, counted from its beginning
 * @param checkEvery how often after the last of these
 * @param checkUntil when staff is told that there still is no answer; from then on we ask once in that time
 * @param slowCard how long the built-in card page lets the slow test card wait
 */
@ConfigurationProperties("fairway.payments")
record PaymentsSettings(
        @DefaultValue("false") boolean acceptUnconfirmed,
        @DefaultValue("90m") Duration window,
        @DefaultValue({"1m", "5m", "15m", "60m"}) List<Duration> checks,
        @DefaultValue("1h") Duration checkEvery,
        @DefaultValue("24h") Duration checkUntil,
        @DefaultValue("3m") Duration slowCard) {

    /** The pause before the next question about a payment that began this long ago. */
    Duration pauseAfter(Duration age) {
        return checks.stream()
                .filter(check -> check.compareTo(age) > 0)
                .findFirst()
                .map(check -> check.minus(age))
                .orElse(age.compareTo(checkUntil) < 0 ? checkEvery : checkUntil);
    }
}
