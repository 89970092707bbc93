package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
class StartTests {
    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @Test
    void the_application_starts_on_a_real_database_as_the_restricted_role() {
        assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("fairway_app");
        jobs.runDue();
    }
}
