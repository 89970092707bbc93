package fairway.cases;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cases are numbered and timed.
 *
 * @param prefix three letters before the ten digits of a receipt number; must belong to no other office
 * @param evidenceRule the calendar's rule for the last day to answer a request for evidence
 */
@ConfigurationProperties("fairway.cases")
record CaseSettings(
        @DefaultValue("FWY") String prefix,
        @DefaultValue("rfe.standard") String evidenceRule) {
    CaseSettings {
        if (!prefix.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("fairway.cases.prefix takes three capital letters");
        }
    }
}
