package fairway.drafts;

import fairway.vault.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Pages of drafts, each sealed so that its row opens only as this page of this draft at this revision. */
@Repository
class DraftPages {
    private static final String COLUMNS = """
            select page, instance, rev, nonce, finished, removed, language, saved_by, saved_at, sealed
            from drafts.draft_page
            """;
    private final JdbcClient db;
    private final Vault vault;

    DraftPages(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    List<SavedPage> of(Draft draft) {
        return db.sql(COLUMNS + "where draft_id = :draft order by page, instance")
                .param("draft", draft.id())
                .query((row, n) -> read(draft, row))
                .list();
    }

    Optional<SavedPage> find(Draft draft, String page, int instance) {
        return db.sql(COLUMNS + "where draft_id = :draft and page = :page and instance = :instance")
                .param("draft", draft.id())
                .param("page", page)
                .param("instance", instance)
                .query((row, n) -> read(draft, row))
                .optional();
    }

    int nextInstance(Draft draft, String page) {
        return db.sql("""
                select coalesce(max(instance), 0) + 1 from drafts.draft_page where draft_id = :draft and page = :page
                """)
                .param("draft", draft.id())
                .param("page", page)
                .query(Integer.class)
                .single();
    }

    /** Whether the page still stood at the revision before this one, and now stands here. */
    boolean write(Draft draft, SavedPage page) {
        var sql = page.rev() == 1 ? """
                insert into drafts.draft_page
                    (draft_id, page, instance, rev, nonce, finished, removed, language, saved_by, saved_at, sealed)
                values (:draft, :page, :instance, :rev, :nonce, :finished, :removed, :language, :by, :at, :sealed)
                on conflict do nothing
                """ : """
                update drafts.draft_page
                set rev = :rev, nonce = :nonce, finished = :finished, removed = :removed, language = :language,
                    saved_by = :by, saved_at = :at, sealed = :sealed
                where draft_id = :draft and page = :page and instance = :instance and rev = :rev - 1
                """;
        return db.sql(sql)
                        .param("draft", draft.id())
                        .param("page", page.page())
                        .param("instance", page.instance())
                        .param("rev", page.rev())
                        .param("nonce", page.nonce())
                        .param("finished", page.finished())
                        .param("removed", page.removed())
                        .param("language", page.language())
                        .param("by", page.savedBy())
                        .param("at", Timestamp.from(page.savedAt()))
                        .param("sealed", seal(draft, page))
                        .update()
                == 1;
    }

    void log(Draft draft, SavedPage page, Collection<String> fields) {
        db.sql("""
                insert into drafts.draft_change (draft_id, page, instance, fields, actor, source, at)
                values (:draft, :page, :instance, :fields, :actor, 'typed', :at)
                """)
                .param("draft", draft.id())
                .param("page", page.page())
                .param("instance", page.instance())
                .param("fields", fields.toArray(String[]::new))
                .param("actor", page.savedBy())
                .param("at", Timestamp.from(page.savedAt()))
                .update();
    }

    private byte[] seal(Draft draft, SavedPage page) {
        return vault.seal(draft.key(), page.words().bytes(), context(draft, page.page(), page.instance(), page.rev()));
    }

    private SavedPage read(Draft draft, ResultSet row) throws SQLException {
        var page = row.getString("page");
        int instance = row.getInt("instance");
        long rev = row.getLong("rev");
        var words = vault.open(draft.key(), row.getBytes("sealed"), context(draft, page, instance, rev));
        return new SavedPage(
                page,
                instance,
                rev,
                row.getString("nonce"),
                row.getBoolean("finished"),
                row.getBoolean("removed"),
                row.getString("language"),
                row.getObject("saved_by", UUID.class),
                row.getTimestamp("saved_at").toInstant(),
                Words.read(words));
    }

    private static String context(Draft draft, String page, int instance, long rev) {
        return "filing.draft_page/" + draft.id() + "/" + page + "/" + instance + "/" + rev;
    }
}
