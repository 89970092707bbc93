package fairway.intake;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fairway.identity.OwnedRows;
import fairway.vault.KeptColumn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class IntakeJobs {
    /** Data is the filing whose tries are used up. */
    static final TaskDescriptor<String> LOCKED = TaskDescriptor.of("intake-locked", String.class);

    /** Named by its request. */
    static final TaskDescriptor<Void> LETTER = TaskDescriptor.of("intake-letter");

    private static final Duration AGAIN = Duration.ofMinutes(1);

    /** Whose filing on paper it is by now, so that its person and nobody else is told of further tries. */
    @Bean
    OwnedRows claimsMoved(JdbcClient db) {
        var place = new OwnedRows.Place("intake.paper_file", "id", "claimed_by");
        return new OwnedRows(db, "intake.paper_file", place, "true", "true");
    }

    @Bean
    KeptColumn keptBirths() {
        return KeptColumn.fingerprint("intake.paper_file", "birth");
    }

    @Bean
    KeptColumn keptCodes() {
        return KeptColumn.hash("intake.paper_file", "code_hash");
    }

    @Bean
    RecurringTask<Void> intakeForget(PaperFiles files, IntakeSettings settings, InstantSource clock) {
        return Tasks.recurring("intake-forget", FixedDelay.of(Duration.ofHours(1)))
                .execute(
                        (instance, context) -> files.forgetCodes(clock.instant().minus(settings.recognised())));
    }

    @Bean
    OneTimeTask<String> intakeLocked(ObjectProvider<Warnings> warnings) {
        return Tasks.oneTime(LOCKED)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AGAIN))
                .execute((job, context) ->
                        warnings.getObject().locked(UUID.fromString(job.getData()), UUID.fromString(job.getId())));
    }

    @Bean
    OneTimeTask<Void> intakeLetter(ObjectProvider<LetterRequests> requests) {
        return Tasks.oneTime(LETTER)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(AGAIN))
                .execute((job, context) -> requests.getObject().send(UUID.fromString(job.getId())));
    }
}
