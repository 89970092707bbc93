package fairway.drafts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drafts end without being asked. */
@Configuration(proxyBeanMethods = false)
class DraftJobs {
    @Bean
    RecurringTask<Void> draftEnds(Discarding drafts) {
        return Tasks.recurring("filing.draft-ends", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    drafts.remind();
                    while (drafts.endExpired() > 0) {
                        drafts.remind();
                    }
                });
    }
}
