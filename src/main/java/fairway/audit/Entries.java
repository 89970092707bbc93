package fairway.audit;

import fairway.audit.Chain.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Entries {
    static final String COLUMNS =
            "e.id, e.seq, e.at, e.actor_kind, e.actor, e.what, e.subject_kind, e.subject, e.facts::text";
    static final RowMapper<Row> ROW = (row, n) -> row(row);

    private final JdbcClient db;

    Entries(JdbcClient db) {
        this.db = db;
    }

    /** One statement for entry and queue, so that a read outside any transaction is recorded whole, too. */
    void add(UUID id, Timestamp at, Act act, String facts) {
        db.sql("""
                with entry as (
                    insert into audit.entry (id, at, actor_kind, actor, what, subject_kind, subject, facts)
                    values (:id, :at, :actorKind, :actor, :what, :subjectKind, :subject, :facts::json)
                    returning id)
                insert into audit.pending (entry) select id from entry
                """)
                .param("id", id)
                .param("at", at)
                .param("actorKind", act.actor().kind().name())
                .param("actor", act.actor().id(), java.sql.Types.OTHER)
                .param("what", act.what())
                .param("subjectKind", act.subject().kind())
                .param("subject", act.subject().id())
                .param("facts", facts)
                .update();
    }

    List<Row> about(Subject subject, int limit) {
        return db.sql("select " + COLUMNS + """
                 from audit.entry e
                where e.subject_kind = :kind and e.subject = :id
                order by e.seq desc
                limit :limit
                """)
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<Row> about(Collection<Subject> subjects, Set<String> whats, long before, int limit) {
        return db.sql("select " + COLUMNS + """
                 from unnest(:kinds::text[], :ids::text[]) as wanted (kind, id)
                cross join lateral (
                    select * from audit.entry
                    where subject_kind = wanted.kind and subject = wanted.id and what = any (:whats) and seq < :before
                    order by seq desc
                    limit :limit) as e
                order by e.seq desc
                limit :limit
                """)
                .param("kinds", subjects.stream().map(Subject::kind).toArray(String[]::new))
                .param("ids", subjects.stream().map(Subject::id).toArray(String[]::new))
                .param("whats", whats.toArray(String[]::new))
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor_kind"),
                row.getObject("actor", UUID.class),
                row.getString("what"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("facts"));
    }
}
