package fairway.signin;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets what has run out: sessions, codes, links, parked forms and counts. */
@Configuration(proxyBeanMethods = false)
class Housekeeping {
    private static final FixedDelay OFTEN = FixedDelay.of(Duration.ofMinutes(10));

    @Bean
    RecurringTask<Void> forgetWhatRanOut(Sessions sessions, ParkedPosts parked, ObjectProvider<SignUps> signUps) {
        return Tasks.recurring("signin-forget", OFTEN).execute((instance, context) -> {
            sessions.endExpired();
            parked.forgetExpired();
            signUps.getObject().forgetOld();
        });
    }

    @Bean
    RecurringTask<Void> forgetOldCounts(Challenges challenges, Tallies tallies, PasswordGuard guard) {
        return Tasks.recurring("signin-forget-counts", OFTEN).execute((instance, context) -> {
            challenges.forgetOld();
            tallies.forgetOld();
            guard.forgetNobody();
        });
    }
}
