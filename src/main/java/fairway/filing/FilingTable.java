package fairway.filing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of received filings; a draft has at most one. */
@Repository
class FilingTable {
    private static final String COLUMNS =
            "select id, draft_id, package_id, account, received_at, copy_id from filing.filing ";
    private final JdbcClient db;

    FilingTable(JdbcClient db) {
        this.db = db;
    }

    record Row(UUID id, UUID draftId, UUID packageId, UUID account, Instant receivedAt, Optional<UUID> copy) {}

    void add(UUID id, Pack pack, Instant now) {
        db.sql("""
                insert into filing.filing (id, draft_id, package_id, account, received_at)
                values (:id, :draft, :pack, :account, :now)
                """)
                .param("id", id)
                .param("draft", pack.draft())
                .param("pack", pack.id())
                .param("account", pack.account())
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Row> find(UUID id) {
        return one("where id = :id", id);
    }

    Optional<Row> ofDraft(UUID draft) {
        return one("where draft_id = :id", draft);
    }

    List<Row> of(UUID account) {
        return db.sql(COLUMNS + "where account = :account order by received_at")
                .param("account", account)
                .query((row, n) -> read(row))
                .list();
    }

    private Optional<Row> one(String where, UUID id) {
        return db.sql(COLUMNS + where)
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("draft_id", UUID.class),
                row.getObject("package_id", UUID.class),
                row.getObject("account", UUID.class),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getObject("copy_id", UUID.class)));
    }

    void copy(UUID id, UUID copy) {
        db.sql("update filing.filing set copy_id = :copy where id = :id")
                .param("id", id)
                .param("copy", copy)
                .update();
    }
}
