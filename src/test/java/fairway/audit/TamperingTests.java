package fairway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fairway.FairwayTest;
import fairway.TestClock;
import fairway.TestJobs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Somebody with the owner's rights rewrites history; everything is rolled back at the end of each try. */
@FairwayTest
@Tag("L04")
class TamperingTests {
    private static final List<String> WAYS = List.of(
            "update audit.entry set what = what || '.x' where id = '%1$s'",
            "update audit.entry set actor_kind = 'SYSTEM', actor = null where id = '%1$s'",
            "update audit.entry set actor = gen_random_uuid() where id = '%1$s'",
            "update audit.entry set at = at + interval '1 microsecond' where id = '%1$s'",
            "update audit.entry set subject = subject || '1' where id = '%1$s'",
            "update audit.entry set subject_kind = 'draft' where id = '%1$s'",
            "update audit.entry set facts = '{\"page\":\"9\"}' where id = '%1$s'",
            "update audit.entry set facts = (facts::text || ' ')::json where id = '%1$s'",
            "delete from audit.entry where id = '%1$s'",
            "delete from audit.link where entry = '%1$s'",
            "update audit.link set hash = sha256(hash) where entry = '%1$s'",
            "update audit.link set entry = gen_random_uuid() where entry = '%1$s'",
            """
            update audit.entry e set what = o.what, facts = o.facts from audit.entry o
            where (e.id = '%1$s' and o.id = '%2$s') or (e.id = '%2$s' and o.id = '%1$s')
            """,
            """
            update audit.link set position = -position where entry in ('%1$s', '%2$s');
            update audit.link l set position = -o.position from audit.link o
            where l.entry in ('%1$s', '%2$s') and o.entry in ('%1$s', '%2$s') and l.entry <> o.entry
            """,
            """
            insert into audit.entry (id, at, actor_kind, what, subject_kind, subject, facts)
            select gen_random_uuid(), at, 'SYSTEM', what, subject_kind, subject, facts
            from audit.entry where id = '%1$s'
            """);

    @Autowired
    Audit audit;

    @Autowired
    TestJobs jobs;

    @Autowired
    TestClock clock;

    @Autowired
    Environment settings;

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient db;

    private final Subject subject = Subject.of("case", new UUID(7, System.identityHashCode(this)));

    static IntStream seeds() {
        return IntStream.range(0, 45);
    }

    @BeforeEach
    void history() {
        for (int i = 0; i < 8; i++) {
            audit.record(new Act(
                    Actor.person(new UUID(7, i)), "case.read", subject, Map.of("page", Integer.toString(i + 10))));
        }
        clock.advance(Duration.ofMinutes(2));
        jobs.runDue();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("A60")
    void any_single_entry_changed_removed_moved_or_smuggled_in_is_found(int seed) throws SQLException {
        var random = new Random(seed);
        var entries = audit.about(subject);
        int one = random.nextInt(entries.size());
        int other = (one + 1 + random.nextInt(entries.size() - 1)) % entries.size();
        var way = WAYS.get(seed % WAYS.size())
                .formatted(entries.get(one).id(), entries.get(other).id());
        try (var owner = owner()) {
            owner.setAutoCommit(false);
            assertThat(verify(owner).ok()).isTrue();
            try (var statement = owner.createStatement()) {
                statement.execute(way);
            }
            assertThat(verify(owner).ok()).as(way).isFalse();
            owner.rollback();
        }
    }

    /** Who cuts off the end with all that belongs to it leaves a chain that is whole, but not the one checked before. */
    @Test
    @Tag("A60")
    void a_chain_cut_at_its_end_or_made_anew_is_not_the_one_that_was_checked_before() throws SQLException {
        assertThat(audit.verify().ok()).isTrue();
        assertThat(audit.verified()).isPresent();
        try (var owner = owner();
                var statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("delete from audit.pending");
            statement.execute(
                    "delete from audit.entry e where not exists (select from audit.link l where l.entry = e.id)");
            statement.execute(
                    "delete from audit.entry where id = (select entry from audit.link order by position desc limit 1)");
            statement.execute("delete from audit.link where position = (select max(position) from audit.link)");
            assertThat(verify(owner).firstBroken())
                    .isNotNull()
                    .extracting(ChainReport.Fault::kind)
                    .isEqualTo(ChainReport.Kind.CUT);
            owner.rollback();
        }
    }

    @Test
    void the_chain_is_checked_every_night() {
        jobs.runDue();
        assertThat(db.sql("select (execution_time at time zone 'America/New_York')::time::text from jobs.scheduled_task"
                                + " where task_name = 'audit-verify'")
                        .query(String.class)
                        .single())
                .isEqualTo("02:30:00");
    }

    private static ChainReport verify(Connection connection) {
        return new Verifier(new SingleConnectionDataSource(connection, true)).verify();
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                settings.getRequiredProperty("spring.flyway.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
    }
}
