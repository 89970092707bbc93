package fairway.drafts;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.identity.Obstacle;
import fairway.identity.OwnedRows;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drafts end without being asked. */
@Configuration(proxyBeanMethods = false)
class DraftJobs {
    @Bean
    OwnedRows draftsMoved(JdbcClient db) {
        var place = new OwnedRows.Place("drafts.draft", "id", "account");
        return new OwnedRows(db, "drafts.draft", place, "status <> 'FILED'", "status = 'OPEN'");
    }

    @Bean
    OwnedRows filedDraftsMoved(JdbcClient db) {
        var place = new OwnedRows.Place("drafts.draft", "id", "account");
        return new OwnedRows(db, "drafts.draft filed", place, "status = 'FILED'", "status = 'FILED'");
    }

    /** Money may be on its way for a signed draft. */
    @Bean
    Obstacle.Source draftsUnpaid(DraftTable drafts) {
        return (account, goes) ->
                goes && drafts.of(account).stream().anyMatch(draft -> draft.status() == Draft.Status.SIGNED)
                        ? List.of(Obstacle.UNPAID)
                        : List.of();
    }

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
