package fairway.drafts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Heads of drafts. Every read for a person names the account, so that a foreign draft is an absent one. */
@Repository
class DraftTable {
    private static final String COLUMNS = """
            select id, account, key, form, edition, language, rev, status, place, percent, pages_left, created, touched, expires
            from drafts.draft
            """;
    private final JdbcClient db;

    DraftTable(JdbcClient db) {
        this.db = db;
    }

    void add(Draft draft) {
        db.sql("""
                insert into drafts.draft
                    (id, account, key, form, edition, language, pages_left, place, created, touched, expires)
                values (:id, :account, :key, :form, :edition, :language, :left, :place, :now, :now, :expires)
                """)
                .param("id", draft.id())
                .param("account", draft.account())
                .param("key", draft.key())
                .param("form", draft.form())
                .param("edition", draft.edition())
                .param("language", draft.language().getLanguage())
                .param("left", draft.progress().pagesLeft())
                .param("place", draft.progress().place())
                .param("now", Timestamp.from(draft.created()))
                .param("expires", Timestamp.from(draft.expires()))
                .update();
    }

    Optional<Draft> find(UUID account, UUID id) {
        return db.sql(COLUMNS + "where id = :id and account = :account")
                .param("id", id)
                .param("account", account)
                .query(DraftTable::read)
                .optional();
    }

    List<Draft> of(UUID account) {
        return db.sql(COLUMNS + "where account = :account and status <> 'FILED' order by touched desc")
                .param("account", account)
                .query(DraftTable::read)
                .list();
    }

    /** The head, locked until the end of the transaction: orders saving, signing, reopening and deletion. */
    Optional<Draft> lock(UUID account, UUID id) {
        return db.sql(COLUMNS + "where id = :id and account = :account for update")
                .param("id", id)
                .param("account", account)
                .query(DraftTable::read)
                .optional();
    }

    void touch(UUID id, Instant now, Instant expires) {
        db.sql("""
                update drafts.draft set rev = rev + 1, touched = :now, expires = :expires, reminded = null where id = :id
                """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .update();
    }

    void progress(UUID id, Draft.Progress progress) {
        db.sql("update drafts.draft set place = :place, percent = :percent, pages_left = :left where id = :id")
                .param("id", id)
                .param("place", progress.place())
                .param("percent", progress.percent())
                .param("left", progress.pagesLeft())
                .update();
    }

    void status(UUID id, Draft.Status status) {
        db.sql("update drafts.draft set status = :status where id = :id")
                .param("id", id)
                .param("status", status.name())
                .update();
    }

    /** Takes everything typed out of a draft. */
    void empty(UUID id) {
        db.sql("delete from drafts.draft_page where draft_id = :id")
                .param("id", id)
                .update();
        db.sql("delete from drafts.draft_change where draft_id = :id")
                .param("id", id)
                .update();
    }

    boolean delete(UUID account, UUID id) {
        return db.sql("delete from drafts.draft where id = :id and account = :account and status = 'OPEN'")
                        .param("id", id)
                        .param("account", account)
                        .update()
                == 1;
    }

    List<Draft> expired(Instant now, int atMost) {
        return db.sql(
                        COLUMNS
                                + "where status = 'OPEN' and expires + interval '1 second' <= :now order by expires limit :atMost for update skip locked")
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query(DraftTable::read)
                .list();
    }

    /** DraftTable that end before this instant and whose person was not yet told so for this many days. */
    List<Draft> ending(Instant before, int days) {
        return db.sql(COLUMNS + """
                where status = 'OPEN' and expires <= :before and (reminded is null or reminded > :days)
                order by expires for update skip locked
                """)
                .param("before", Timestamp.from(before))
                .param("days", days)
                .query(DraftTable::read)
                .list();
    }

    void reminded(UUID id, int days) {
        db.sql("update drafts.draft set reminded = :days where id = :id")
                .param("id", id)
                .param("days", days)
                .update();
    }

    private static Draft read(ResultSet row, int n) throws SQLException {
        return new Draft(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getObject("key", UUID.class),
                row.getString("form"),
                row.getObject("edition", LocalDate.class),
                Locale.of(row.getString("language")),
                row.getLong("rev"),
                Draft.Status.valueOf(row.getString("status")),
                new Draft.Progress(row.getString("place"), row.getInt("percent"), row.getInt("pages_left")),
                row.getTimestamp("created").toInstant(),
                row.getTimestamp("touched").toInstant(),
                row.getTimestamp("expires").toInstant());
    }
}
