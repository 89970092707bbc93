package fairway.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an officer may see: every query carries the right in itself. */
@Repository
class OfficerCases {
    /** Theirs, or theirs to confirm, or any for a supervisor. */
    private static final String READABLE = """
             (f.officer = :officer
              or f.state = 'DECISION_PENDING_REVIEW' and f.proposer <> :officer and not f.shielded
              or :supervisor)
            """;

    private final JdbcClient db;

    OfficerCases(JdbcClient db) {
        this.db = db;
    }

    List<CaseFile> waiting(Officer officer, int limit) {
        return list(
                "f.state = 'RECEIVED' and (not f.shielded or :supervisor) order by f.received_at, f.id",
                officer,
                limit);
    }

    List<CaseFile> mine(Officer officer, int limit) {
        return list("""
                f.officer = :officer and f.state in ('IN_PROCESS', 'WAITING_ON_APPLICANT', 'APPOINTMENT_PENDING',
                    'DECISION_PENDING_REVIEW')
                order by f.changed_at
                """, officer, limit);
    }

    List<CaseFile> toReview(Officer officer, int limit) {
        return list("""
                f.state = 'DECISION_PENDING_REVIEW' and f.proposer <> :officer and (not f.shielded or :supervisor)
                order by f.changed_at, f.id
                """, officer, limit);
    }

    /** The oldest that nobody else is taking at this moment. */
    Optional<CaseFile> lockNext(Officer officer) {
        return list("""
                f.state = 'RECEIVED' and (not f.shielded or :supervisor)
                order by f.received_at, f.id
                limit 1 for update skip locked
                """, officer).stream().findFirst();
    }

    Optional<CaseFile> readable(Officer officer, ReceiptNumber receipt) {
        return one("f.receipt = :receipt and" + READABLE, officer, receipt);
    }

    Optional<CaseFile> readable(Officer officer, UUID caseId) {
        return db.sql("select f.* from cases.case_file f where f.id = :case and" + READABLE)
                .param("officer", officer.account())
                .param("supervisor", officer.supervisor())
                .param("case", caseId)
                .query(CaseFiles.ROW)
                .optional();
    }

    Optional<CaseFile> lockReadable(Officer officer, ReceiptNumber receipt) {
        return one("f.receipt = :receipt and" + READABLE + " for update", officer, receipt);
    }

    private Optional<CaseFile> one(String where, Officer officer, ReceiptNumber receipt) {
        return db.sql("select f.* from cases.case_file f where " + where)
                .param("officer", officer.account())
                .param("supervisor", officer.supervisor())
                .param("receipt", receipt.value())
                .query(CaseFiles.ROW)
                .optional();
    }

    private List<CaseFile> list(String where, Officer officer, int limit) {
        return list(where + " limit " + limit, officer);
    }

    private List<CaseFile> list(String where, Officer officer) {
        return db.sql("select f.* from cases.case_file f where " + where)
                .param("officer", officer.account())
                .param("supervisor", officer.supervisor())
                .query(CaseFiles.ROW)
                .list();
    }
}
