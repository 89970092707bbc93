package fairway.support;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.vault.KeptColumn;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what people wrote once it has served its end. */
@Configuration(proxyBeanMethods = false)
class HelpJobs {
    @Bean
    RecurringTask<Void> eraseHelp(HelpMoves moves, Looks.Sources sources, Audit audit, TransactionTemplate alone) {
        return Tasks.recurring("support-erase", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> alone.executeWithoutResult(status -> {
                    var now = sources.clock().instant();
                    moves.erase(now.minus(sources.settings().keep()), now);
                    moves.abandon(now.minus(sources.settings().keepOpen()), now)
                            .forEach(request -> audit.record(Act.of(
                                    Actor.system(), "support.help.lapsed", new Subject("help", request.toString()))));
                }));
    }

    /** Accounts from before there were marks get theirs, some each minute; whatever stops it, the next round goes on. */
    @Bean
    RecurringTask<Void> markAccounts(Marking marking) {
        return Tasks.recurring("support-marks", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((instance, context) -> marking.markSome());
    }

    @Bean
    KeptColumn keptMarks() {
        return KeptColumn.fingerprint("support.person_mark", "mark");
    }
}
