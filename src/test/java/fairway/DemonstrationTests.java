package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.signin.Post;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@FairwayTest
class DemonstrationTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient db;

    @Autowired
    TestJobs jobs;

    @Test
    void its_people_are_made_once_and_one_of_them_waits_at_the_help_desk() {
        assertThat(Demonstration.prepare(context, false)).isEmpty();
        var none = db.sql("select not exists (select 1 from support.request)")
                .query(Boolean.class)
                .single();
        for (int i = 0; i < 2; i++) {
            assertThat(Demonstration.prepare(context, true))
                    .anyMatch(line -> line.contains("help desk"))
                    .anyMatch(line -> line.contains("its second agent"));
        }
        assertThat(new Post(db, jobs).subjects("marisol.new.mailbox@example.org"))
                .hasSize(none ? 1 : 0)
                .allMatch(subject -> subject.startsWith("Your request for help H-"));
    }
}
