package fairway.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.vault.KeptColumn;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Erases closed accounts when the time to come back is over. */
@Configuration(proxyBeanMethods = false)
class ClosingJobs {
    @Bean
    KeptColumn keptAddressesOfAccounts() {
        return KeptColumn.fingerprint("identity.account", "email_fingerprint");
    }

    @Bean
    KeptColumn keptRecoveryAddresses() {
        return KeptColumn.fingerprint("identity.recovery_address", "fingerprint");
    }

    @Bean
    RecurringTask<Void> eraseClosedAccounts(Closing closing) {
        return Tasks.recurring("identity-erase", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> closing.eraseEnded());
    }
}
