package fairway;

import com.github.kagkarlsson.scheduler.task.Task;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests put in place of the machine: a clock that can be set and jobs that run when told. */
@TestConfiguration(proxyBeanMethods = false)
class TestWorld {
    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    static TestStatements testStatements() {
        return new TestStatements();
    }

    @Bean
    TestJobs testJobs(DataSource dataSource, List<Task<?>> tasks, TestClock clock, JdbcClient db) {
        return new TestJobs(dataSource, tasks, clock, db);
    }
}
