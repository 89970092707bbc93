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
    private static final int SCANNED_A_ROUND = 500;
    private static final Duration TRAFFIC_KEPT = Duration.ofDays(7);

    @Bean
    Blobs documentBlobs(DocumentSettings settings) {
        return new Blobs(settings.folder());
    }

    @Bean
    Intake documentIntake(
            DocumentSettings settings, fairway.vault.Vault vault, Blobs blobs, Sandbox sandbox, InstantSource clock) {
        return new Intake(settings, vault, blobs, sandbox, clock);
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

    /** Once a scanner is installed, what came before it is scanned as well. */
    @Bean
    RecurringTask<Void> documentRescan(DocumentRows rows, Scanner scanner, InstantSource clock) {
        return Tasks.recurring("document-rescan", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    if (scanner.elsewhere()) {
                        rows.notScanned(SCANNED_A_ROUND)
                                .forEach(id -> context.getSchedulerClient()
                                        .scheduleIfNotExists(
                                                SCAN.instance(id.toString()).scheduledTo(clock.instant())));
                    }
                });
    }

    @Bean
    RecurringTask<Void> documentSweep(Litter litter, Traffic traffic, DocumentSettings settings, InstantSource clock) {
        return Tasks.recurring("document-sweep", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> {
                    litter.sweep(settings.longest().multipliedBy(6));
                    traffic.forgetBefore(clock.instant().minus(TRAFFIC_KEPT));
                });
    }

    private static Duration pause(int failures) {
        return Duration.ofMinutes(Math.min(LONGEST_PAUSE_MINUTES, 1L << Math.min(failures, 10)));
    }
}
