package fairway.drafts;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * DraftTable and submission.
 *
 * @param reminders days before a draft ends on which its person is reminded
 * @param batch how many ended drafts one run of the clean-up deletes
 */
@ConfigurationProperties("fairway.drafts")
record DraftSettings(
        @DefaultValue({"14", "7", "1"}) List<Integer> reminders,
        @DefaultValue("200") int batch) {}
