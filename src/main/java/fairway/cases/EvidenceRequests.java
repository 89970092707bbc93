package fairway.cases;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvidenceRequests {
    private final JdbcClient db;
    private final Vault vault;

    EvidenceRequests(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    void add(CaseFile file, EvidenceRequest request, String rule) {
        db.sql("""
                insert into cases.evidence_request (id, case_id, state, asked, rule, issued_at, due_on, due_until)
                values (:id, :case, :state, :asked, :rule, :issued, :dueOn, :dueUntil)
                """)
                .param("id", request.id())
                .param("case", file.id())
                .param("state", request.state().name())
                .param("asked", seal(file, request.id(), "asked", request.asked()))
                .param("rule", rule)
                .param("issued", Timestamp.from(request.issuedAt()))
                .param("dueOn", Date.valueOf(request.dueOn()))
                .param("dueUntil", Timestamp.from(request.dueUntil()))
                .update();
    }

    /** Latest first. */
    List<EvidenceRequest> of(CaseFile file) {
        return db.sql("select * from cases.evidence_request where case_id = :case order by issued_at desc, id desc")
                .param("case", file.id())
                .query((row, n) -> read(file, row))
                .list();
    }

    Optional<EvidenceRequest> latest(CaseFile file) {
        return of(file).stream().findFirst();
    }

    Optional<UUID> caseOf(UUID request) {
        return db.sql("select case_id from cases.evidence_request where id = :id")
                .param("id", request)
                .query(UUID.class)
                .optional();
    }

    void draft(CaseFile file, UUID request, UnsentAnswer next) {
        var kept = db.sql("""
                update cases.evidence_request
                set draft = :draft, draft_rev = :rev, draft_window = :window, draft_at = :at
                where id = :id and state = 'ISSUED' and draft_rev = :rev - 1
                """)
                .param("id", request)
                .param("draft", seal(file, request, "draft", next.text()))
                .param("rev", next.rev())
                .param("window", next.window(), Types.OTHER)
                .param("at", next.savedAt() == null ? null : Timestamp.from(next.savedAt()), Types.TIMESTAMP)
                .update();
        if (kept != 1) {
            throw new IllegalStateException("Request " + request + " moved although its case is locked");
        }
    }

    void answered(CaseFile file, UUID request, String text, Instant at) {
        db.sql("""
                update cases.evidence_request
                set state = 'ANSWERED', answer = :answer, answered_at = :at, draft = null
                where id = :id and state = 'ISSUED'
                """)
                .param("id", request)
                .param("answer", seal(file, request, "answer", text))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Says whether it was this call that moved it on. */
    boolean end(UUID request, RequestState as) {
        return db.sql("update cases.evidence_request set state = :state where id = :id and state = 'ISSUED'")
                        .param("id", request)
                        .param("state", as.name())
                        .update()
                == 1;
    }

    private EvidenceRequest read(CaseFile file, ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var answered = row.getTimestamp("answered_at");
        return new EvidenceRequest(
                id,
                file.id(),
                RequestState.valueOf(row.getString("state")),
                open(file, id, "asked", row.getBytes("asked")),
                row.getTimestamp("issued_at").toInstant(),
                row.getDate("due_on").toLocalDate(),
                row.getTimestamp("due_until").toInstant(),
                draft(file, id, row),
                open(file, id, "answer", row.getBytes("answer")),
                answered == null ? null : answered.toInstant());
    }

    private UnsentAnswer draft(CaseFile file, UUID request, ResultSet row) throws SQLException {
        var at = row.getTimestamp("draft_at");
        return new UnsentAnswer(
                open(file, request, "draft", row.getBytes("draft")),
                row.getLong("draft_rev"),
                row.getObject("draft_window", UUID.class),
                at == null ? null : at.toInstant());
    }

    private byte[] seal(CaseFile file, UUID request, String column, String text) {
        return vault.seal(file.key(), text.getBytes(StandardCharsets.UTF_8), context(request, column));
    }

    private String open(CaseFile file, UUID request, String column, byte @Nullable [] sealed) {
        return sealed == null
                ? ""
                : new String(vault.open(file.key(), sealed, context(request, column)), StandardCharsets.UTF_8);
    }

    private static String context(UUID request, String column) {
        return "cases.evidence_request/" + request + "/" + column;
    }
}
