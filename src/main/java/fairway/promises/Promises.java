package fairway.promises;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything promised to a person, so that it ends as done or is seen; call it in the transaction of the cause. */
@Service
public class Promises {
    private static final Logger LOG = LoggerFactory.getLogger(Promises.class);

    private final JdbcClient db;
    private final InstantSource clock;
    private final ApplicationEventPublisher events;

    Promises(JdbcClient db, InstantSource clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /** Makes the promise once; a second call with the same kind and thing changes nothing, kept or not. */
    @Transactional
    public void open(String kind, String about, UUID to, Instant until) {
        db.sql("""
                insert into promises.promise (kind, about, made_to, made_at, due)
                values (:kind, :about, :to, :now, :due)
                on conflict do nothing
                """)
                .param("kind", kind)
                .param("about", about)
                .param("to", to)
                .param("now", now())
                .param("due", Timestamp.from(until))
                .update();
    }

    /** Done; harmless when it is already kept or was never made. */
    @Transactional
    public void keep(String kind, String about) {
        db.sql("""
                update promises.promise set kept_at = :now
                where kind = :kind and about = :about and kept_at is null
                """)
                .param("now", now())
                .param("kind", kind)
                .param("about", about)
                .update();
    }

    /** The staff exceptions list, longest overdue first. */
    @Transactional(readOnly = true)
    public List<Promise> overdue() {
        return db.sql("""
                select kind, about, made_to, made_at, due, true
                from promises.promise
                where kept_at is null and due < :now
                order by due, kind, about
                """).param("now", now()).query(Promises::promise).list();
    }

    /** How many promises are open and not yet due. */
    @Transactional(readOnly = true)
    public int open() {
        return db.sql("select count(*) from promises.promise where kept_at is null and due >= :now")
                .param("now", now())
                .query(Integer.class)
                .single();
    }

    /** Promises still open and not yet due, the next ones first. */
    @Transactional(readOnly = true)
    public List<Promise> next(int limit) {
        return db.sql("""
                select kind, about, made_to, made_at, due, false
                from promises.promise
                where kept_at is null and due >= :now
                order by due, kind, about
                limit :limit
                """)
                .param("now", now())
                .param("limit", limit)
                .query(Promises::promise)
                .list();
    }

    /** What this person is still waiting for. */
    @Transactional(readOnly = true)
    public List<Promise> openOf(UUID to) {
        return db.sql("""
                select kind, about, made_to, made_at, due, due < :now
                from promises.promise
                where kept_at is null and made_to = :to
                order by due, kind, about
                """)
                .param("now", now())
                .param("to", to)
                .query(Promises::promise)
                .list();
    }

    @Transactional
    void notice() {
        var broken = db.sql("""
                update promises.promise set overdue_at = :now
                where kept_at is null and overdue_at is null and due < :now
                returning kind, about, made_to
                """)
                .param("now", now())
                .query((row, n) -> new PromiseOverdue(row.getString(1), row.getString(2), row.getObject(3, UUID.class)))
                .list();
        for (var promise : broken) {
            LOG.warn("promise overdue kind={} about={}", promise.kind(), promise.about());
            events.publishEvent(promise);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Promise promise(ResultSet row, int n) throws SQLException {
        return new Promise(
                row.getString(1),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getTimestamp(4).toInstant(),
                row.getTimestamp(5).toInstant(),
                row.getBoolean(6));
    }
}
