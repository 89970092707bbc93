package fairway.vault;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** After a new wrapping key was put into the folder, brings all data keys under it, so that the old one can be taken away. */
@Configuration(proxyBeanMethods = false)
class Rewrapping {
    private static final int BATCH = 500;

    @Bean
    RecurringTask<Void> vaultRewrap(KeyRing ring, DataKeys dataKeys) {
        return Tasks.recurring("vault-rewrap", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> rewrap(ring, dataKeys));
    }

    static void rewrap(KeyRing ring, DataKeys dataKeys) {
        var old = dataKeys.notUnder(ring.currentKek(), BATCH);
        while (!old.isEmpty()) {
            for (var key : old) {
                var secret = ring.unwrap(key.id(), key.kek(), key.wrapped());
                dataKeys.rewrap(key, new WrappedKey(key.id(), ring.wrap(key.id(), secret), ring.currentKek()));
            }
            old = dataKeys.notUnder(ring.currentKek(), BATCH);
        }
    }
}
