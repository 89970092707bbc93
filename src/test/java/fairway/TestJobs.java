package fairway;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.sql.Timestamp;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs the jobs that are due, in the test's own thread. */
public final class TestJobs {
    private final ManualScheduler scheduler;
    private final JdbcClient db;
    private final TestClock clock;

    TestJobs(DataSource dataSource, List<Task<?>> tasks, TestClock clock, JdbcClient db) {
        var recurring = tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .map(task -> (RecurringTask<?>) task)
                .toList();
        var others =
                tasks.stream().filter(task -> !(task instanceof RecurringTask)).toList();
        var builder = TestHelper.createManualScheduler(dataSource, List.copyOf(others))
                .clock(clock.forJobs());
        builder.startTasks(recurring);
        builder.tableName("jobs.scheduled_task");
        this.scheduler = builder.build();
        this.db = db;
        this.clock = clock;
    }

    /** Runs everything due now, and what that makes due, recurring tasks included, until nothing is left. */
    public void runDue() {
        scheduler.start();
        for (int round = 0; round < 100 && due() > 0; round++) {
            scheduler.runAnyDueExecutions();
        }
    }

    private long due() {
        return db.sql("select count(*) from jobs.scheduled_task where not picked and execution_time <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }
}
