package fairway.documents;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScanJobs {
    static final TaskDescriptor<Void> SCAN = TaskDescriptor.of("document-scan");

    private static final int LONGEST_PAUSE_MINUTES = 60;

    @Bean
    Blobs documentBlobs(DocumentSettings settings) {
        return new Blobs(settings.folder());
    }

    @Bean
    Intake documentIntake(DocumentSettings settings, fairway.vault.Vault vault, Blobs blobs, InstantSource clock) {
        return new Intake(settings, vault, blobs, clock);
    }

    @Bean
    Scanner documentScanner(DocumentSettings settings) {
        return settings.clamd().isBlank() ? new NoScanner() : Clamd.at(settings.clamd(), settings.clamdTimeout());
    }

    /** Tried until the scanner answers; meanwhile its promise is overdue and seen. */
    @Bean
    OneTimeTask<Void> documentScan(Scanning scanning, InstantSource clock) {
        return Tasks.oneTime(SCAN)
                .onFailure((complete, operations) -> operations.reschedule(
                        complete, clock.instant().plus(pause(complete.getExecution().consecutiveFailures))))
                .execute((instance, context) -> scanning.scan(UUID.fromString(instance.getId())));
    }

    @Bean
    RecurringTask<Void> documentSweep(Litter litter, DocumentSettings settings) {
        return Tasks.recurring("document-sweep", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> litter.sweep(settings.longest().multipliedBy(6)));
    }

    private static Duration pause(int failures) {
        return Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(failures, 10)));
    }
}
