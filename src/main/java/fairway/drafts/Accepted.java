package fairway.drafts;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Warnings a person has read and goes on in spite of. */
@Repository
class Accepted {
    private final JdbcClient db;

    Accepted(JdbcClient db) {
        this.db = db;
    }

    Set<String> of(UUID draft) {
        return Set.copyOf(db.sql("select warning from drafts.draft_accepted where draft_id = :draft")
                .param("draft", draft)
                .query((row, n) -> row.getString(1))
                .list());
    }

    void replace(UUID draft, Collection<String> warnings, Instant now) {
        db.sql("delete from drafts.draft_accepted where draft_id = :draft and warning <> all (:kept)")
                .param("draft", draft)
                .param("kept", warnings.toArray(String[]::new))
                .update();
        for (var warning : warnings) {
            db.sql("""
                    insert into drafts.draft_accepted (draft_id, warning, accepted_at) values (:draft, :warning, :now)
                    on conflict do nothing
                    """)
                    .param("draft", draft)
                    .param("warning", warning)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }
}
