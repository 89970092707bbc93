package fairway;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fairway.forms.Forms;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** What every module is given instead of reaching for it: time, randomness, identifiers, jobs. */
@Configuration(proxyBeanMethods = false)
class Machine {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    /** Time-ordered identifiers (UUID version 7). */
    @Bean
    NoArgGenerator ids() {
        return Generators.timeBasedEpochGenerator();
    }

    /** The zone in which legal days begin and end. */
    @Bean
    ZoneId legalZone() {
        return ZoneId.of("America/New_York");
    }

    /** The forms inside the product, read and checked beside the rest of the start, which ends only when they are. */
    @Bean
    Forms forms(FormsSettings settings) {
        return Forms.bundled(Thread.ofPlatform().daemon().name("forms")::start, settings.house());
    }

    /**
     * Jobs are written by the same transaction as their cause. The client knows no tasks, only names and data: tasks need
     * services, and services need the client.
     */
    @Bean
    SchedulerClient jobs(DataSource dataSource) {
        return SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource))
                .tableName("jobs.scheduled_task")
                .build();
    }

    @Bean
    @ConditionalOnProperty(name = "fairway.jobs.run", matchIfMissing = true)
    JobRunner jobRunner(DataSource dataSource, List<Task<?>> tasks, InstantSource clock) {
        var recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .map(task -> (RecurringTask<?>) task)
                .toList();
        var others =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        return new JobRunner(Scheduler.create(dataSource, List.copyOf(others))
                .startTasks(recurring)
                .tableName("jobs.scheduled_task")
                .clock(clock::instant)
                .executorService(Executors.newVirtualThreadPerTaskExecutor())
                .threads(8)
                .pollingInterval(Duration.ofSeconds(1))
                .enableImmediateExecution()
                .build());
    }

    /** Runs jobs from the moment the application is ready until it stops. */
    record JobRunner(Scheduler scheduler) implements SmartLifecycle {
        @Override
        public void start() {
            scheduler.start();
        }

        @Override
        public void stop() {
            scheduler.stop();
        }

        @Override
        public boolean isRunning() {
            return scheduler.getSchedulerState().isStarted()
                    && !scheduler.getSchedulerState().isShuttingDown();
        }
    }
}
