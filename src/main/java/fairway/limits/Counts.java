package fairway.limits;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened and what failed, under keyed fingerprints: nobody reads addresses off these tables. */
@Repository
class Counts {
    private static final Duration NOBODYS = Duration.ofDays(7);

    private final JdbcClient db;

    Counts(JdbcClient db) {
        this.db = db;
    }

    /** Nobody else counts under this key until the transaction ends. */
    void alone(byte[] key) {
        db.sql("select 1 from pg_advisory_xact_lock(hashtextextended(encode(:key, 'hex'), 7))")
                .param("key", key)
                .query(Integer.class)
                .optional();
    }

    /** Newest first. */
    List<Instant> happened(byte[] key, Instant since, int most) {
        return db.sql("select at from limits.tally where key = :key and at > :since order by at desc limit :most")
                .param("key", key)
                .param("since", Timestamp.from(since))
                .param("most", most)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .list();
    }

    void happens(byte[] key, Instant now) {
        db.sql("insert into limits.tally (key, at) values (:key, :now)")
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
    }

    Count failed(byte[] key) {
        return db.sql("select failures, failed_at from limits.failure where key = :key for update")
                .param("key", key)
                .query((row, n) -> {
                    var failedAt = row.getTimestamp("failed_at");
                    return new Count(row.getInt("failures"), failedAt == null ? null : failedAt.toInstant());
                })
                .optional()
                .orElse(Count.NONE);
    }

    void fails(byte[] key, boolean nobodys, Instant now) {
        db.sql("""
                insert into limits.failure (key, nobodys, failures, failed_at) values (:key, :nobodys, 1, :now)
                on conflict (key) do update
                set failures = limits.failure.failures + 1, failed_at = excluded.failed_at, nobodys = excluded.nobodys
                """)
                .param("key", key)
                .param("nobodys", nobodys)
                .param("now", Timestamp.from(now))
                .update();
    }

    void clear(byte[] key) {
        db.sql("delete from limits.failure where key = :key").param("key", key).update();
    }

    /** Failures against real things are kept until success; those against what nobody has, for a week. */
    int forgetOld(Instant now) {
        return db.sql("delete from limits.tally where at <= :since")
                        .param("since", Timestamp.from(now.minus(Pace.LONGEST)))
                        .update()
                + db.sql("delete from limits.failure where nobodys and failed_at <= :since")
                        .param("since", Timestamp.from(now.minus(NOBODYS)))
                        .update();
    }
}
