package fairway.support;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what people wrote once it has served its end. */
@Configuration(proxyBeanMethods = false)
class HelpJobs {
    @Bean
    RecurringTask<Void> eraseHelp(HelpMoves moves, Looks.Sources sources, TransactionTemplate alone) {
        return Tasks.recurring("support-erase", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> alone.executeWithoutResult(status -> {
                    var now = sources.clock().instant();
                    moves.erase(now.minus(sources.settings().keep()), now);
                }));
    }
}
