package fairway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FairwayTest
class AuditTests {
    @Autowired
    Audit audit;

    @Autowired
    JdbcClient db;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    private final Subject subject = Subject.of("case", UUID.randomUUID());

    @Test
    void an_act_is_recorded_with_who_what_and_when() {
        var officer = Actor.staff(UUID.randomUUID());
        audit.record(new Act(officer, "case.read", subject, Map.of("reason", "queue", "page", "2")));
        assertThat(audit.about(subject)).singleElement().satisfies(entry -> {
            assertThat(entry.act().actor()).isEqualTo(officer);
            assertThat(entry.act().facts()).containsEntry("page", "2");
            assertThat(entry.at()).isEqualTo(clock.instant());
        });
    }

    @Test
    void an_act_that_did_not_happen_leaves_no_entry() {
        transaction.executeWithoutResult(status -> {
            audit.record(Act.of(Actor.system(), "case.approve", subject));
            status.setRollbackOnly();
        });
        assertThat(audit.about(subject)).isEmpty();
    }

    @Test
    @Tag("L04")
    @Tag("A60")
    void the_application_can_neither_change_nor_delete_nor_truncate() {
        audit.record(Act.of(Actor.system(), "case.approve", subject));
        for (var statement : new String[] {
            "update audit.entry set what = 'case.deny'",
            "delete from audit.entry",
            "truncate audit.entry",
            "update audit.link set position = position + 1",
            "delete from audit.link",
            "drop table audit.link"
        }) {
            assertThatThrownBy(() -> db.sql(statement).update())
                    .as(statement)
                    .isInstanceOf(DataAccessException.class)
                    .hasRootCauseMessage(
                            statement.startsWith("drop")
                                    ? "ERROR: must be owner of table link"
                                    : "ERROR: permission denied for table "
                                            + (statement.contains("link") ? "link" : "entry"));
        }
        assertThat(audit.about(subject)).hasSize(1);
    }

    @Test
    void new_entries_are_an_open_tail_until_the_next_minute_links_them() {
        audit.record(Act.of(Actor.anonymous(), "status.read", subject));
        var before = audit.verify();
        assertThat(before.ok()).isTrue();
        assertThat(before.tail()).isPositive();
        clock.advance(Duration.ofMinutes(2));
        jobs.runDue();
        var after = audit.verify();
        assertThat(after.ok()).isTrue();
        assertThat(after.tail()).isZero();
        assertThat(after.checked()).isGreaterThan(before.checked());
        assertThat(after.head()).isNotEqualTo(before.head());
    }
}
