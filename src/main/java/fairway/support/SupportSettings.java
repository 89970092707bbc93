package fairway.support;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Helping people, and looking at accounts for it.
 *
 * @param look how long one look lasts before its reason is asked for again
 * @param answerDays business days within which a request for help is answered
 * @param addressAge how long an address has been on the account before a letter with a code may go there
 * @param keep how long what was written is kept after a request ended
 * @param keepOpen how long it is kept after the last word in a request that nobody ended; then the request is closed
 */
@ConfigurationProperties("fairway.support")
record SupportSettings(
        @DefaultValue("30m") Duration look,
        @DefaultValue("2") int answerDays,
        @DefaultValue("30d") Duration addressAge,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("365d") Duration keepOpen) {}
