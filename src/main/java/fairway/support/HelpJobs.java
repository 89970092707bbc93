package fairway.support;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.identity.Obstacle;
import fairway.identity.OwnedRows;
import fairway.vault.KeptColumn;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Forgets what people wrote once it has served its end. */
@Configuration(proxyBeanMethods = false)
class HelpJobs {
    /** What somebody who was signed in wrote; a way back into an account is about that account and stays. */
    @Bean
    OwnedRows messagesMoved(JdbcClient db) {
        var place = new OwnedRows.Place("support.request", "id", "account");
        return new OwnedRows(db, "support.request", place, "kind = 'MESSAGE'", "kind = 'MESSAGE'");
    }

    /** Marks from filings go with their filings; those from the profile stay with it. */
    @Bean
    OwnedRows marksMoved(JdbcClient db) {
        var filing = "case when source = 'profile' then null else source::uuid end";
        var place = new OwnedRows.Place("support.person_mark", filing, "account");
        return new OwnedRows(db, "support.person_mark", place, "source <> 'profile'", "source <> 'profile'");
    }

    /** An agent has found the account for somebody who asks for a way back into it. */
    @Bean
    Obstacle.Source helpUnderWay(JdbcClient db) {
        return (account, goes) -> db.sql("""
                select 1 from support.request
                where account = :account and kind = 'RECOVERY' and state in ('OPEN', 'PROPOSED')
                """)
                .param("account", account)
                .query((row, n) -> Obstacle.RECOVERY)
                .list();
    }

    @Bean
    RecurringTask<Void> eraseHelp(HelpMoves moves, Looks.Sources sources, Lapsing lapsing, TransactionTemplate alone) {
        return Tasks.recurring("support-erase", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> alone.executeWithoutResult(status -> {
                    var now = sources.clock().instant();
                    moves.erase(now.minus(sources.settings().keep()), now);
                    lapsing.lapse();
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
