package fairway.cases;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The events of a case: added, never changed; the database lets us do nothing else. */
@Repository
class CaseHistory {
    private final JdbcClient db;
    private final Vault vault;

    CaseHistory(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    void add(CaseFile file, CaseEvent event) {
        var words = event.words().isEmpty()
                ? null
                : vault.seal(
                        file.key(), event.words().getBytes(StandardCharsets.UTF_8), context(file.id(), event.seq()));
        db.sql("""
                insert into cases.case_event (case_id, seq, what, state, who, actor, at, words, reference, detail)
                values (:case, :seq, :what, :state, :who, :actor, :at, :words, :reference, :detail)
                """)
                .param("case", file.id())
                .param("seq", event.seq())
                .param("what", event.what().name())
                .param("state", event.state().name())
                .param("who", event.who().name())
                .param("actor", event.actor(), java.sql.Types.OTHER)
                .param("at", Timestamp.from(event.at()))
                .param("words", words)
                .param("reference", event.reference(), java.sql.Types.OTHER)
                .param("detail", event.detail())
                .update();
    }

    /** Oldest first, those after this version. */
    List<CaseEvent> since(CaseFile file, long version) {
        return db.sql("select * from cases.case_event where case_id = :case and seq > :version order by seq")
                .param("case", file.id())
                .param("version", version)
                .query((row, n) -> read(file, row))
                .list();
    }

    List<CaseEvent> of(CaseFile file) {
        return since(file, 0);
    }

    private CaseEvent read(CaseFile file, ResultSet row) throws SQLException {
        long seq = row.getLong("seq");
        var words = row.getBytes("words");
        return new CaseEvent(
                seq,
                CaseAct.valueOf(row.getString("what")),
                CaseState.valueOf(row.getString("state")),
                Who.valueOf(row.getString("who")),
                row.getObject("actor", UUID.class),
                row.getTimestamp("at").toInstant(),
                words == null
                        ? ""
                        : new String(vault.open(file.key(), words, context(file.id(), seq)), StandardCharsets.UTF_8),
                row.getObject("reference", UUID.class),
                row.getString("detail"));
    }

    private static String context(UUID caseId, long seq) {
        return "cases.case_event/" + caseId + "/" + seq;
    }
}
