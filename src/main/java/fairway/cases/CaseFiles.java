package fairway.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CaseFiles {
    static final RowMapper<CaseFile> ROW = (row, n) -> read(row);

    private final JdbcClient db;

    CaseFiles(JdbcClient db) {
        this.db = db;
    }

    /** Says whether it was new: a filing becomes a case once. */
    boolean add(CaseFile file) {
        return db.sql("""
                insert into cases.case_file (id, filing, account, form, edition, receipt, state, version, key,
                    received_at, changed_at, shown_since)
                values (:id, :filing, :account, :form, :edition, :receipt, :state, :version, :key, :received, :changed,
                    :changed)
                on conflict (filing) do nothing
                """)
                        .param("id", file.id())
                        .param("filing", file.filing())
                        .param("account", file.account())
                        .param("form", file.form())
                        .param("edition", file.edition())
                        .param("receipt", file.receipt().value())
                        .param("state", file.state().name())
                        .param("version", file.version())
                        .param("key", file.key())
                        .param("received", Timestamp.from(file.receivedAt()))
                        .param("changed", Timestamp.from(file.changedAt()))
                        .update()
                == 1;
    }

    void allow(UUID caseId, UUID account, String basis, Instant since) {
        db.sql("""
                insert into cases.access (case_id, account, basis, may_answer, since)
                values (:case, :account, :basis, true, :since)
                """)
                .param("case", caseId)
                .param("account", account)
                .param("basis", basis)
                .param("since", Timestamp.from(since))
                .update();
    }

    /** Another account owns the case now and sees and answers what the one before did. */
    void own(UUID caseId, UUID from, UUID to) {
        db.sql("update cases.case_file set account = :to where id = :case and account = :from")
                .param("case", caseId)
                .param("from", from)
                .param("to", to)
                .update();
        db.sql("update cases.access set account = :to where case_id = :case and account = :from")
                .param("case", caseId)
                .param("from", from)
                .param("to", to)
                .update();
    }

    /** Its own cases, in the order in which they are locked. */
    List<UUID> ownedBy(UUID account) {
        return db.sql("select id from cases.case_file where account = :account order by id")
                .param("account", account)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    Optional<CaseFile> find(UUID id) {
        return db.sql("select f.* from cases.case_file f where f.id = :id")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    Optional<String> receiptOf(UUID filing) {
        return db.sql("select receipt from cases.case_file where filing = :filing")
                .param("filing", filing)
                .query(String.class)
                .optional();
    }

    /** Locks the case until the end of the transaction. */
    Optional<CaseFile> lock(UUID id) {
        return db.sql("select f.* from cases.case_file f where f.id = :id for update")
                .param("id", id)
                .query(ROW)
                .optional();
    }

    List<CaseFile> of(UUID account) {
        return db.sql("""
                select f.*
                from cases.access a join cases.case_file f on f.id = a.case_id
                where a.account = :account
                order by f.received_at desc, f.id
                """).param("account", account).query(ROW).list();
    }

    Optional<CaseFile> of(UUID account, ReceiptNumber receipt) {
        return db.sql("""
                select f.*
                from cases.case_file f join cases.access a on a.case_id = f.id
                where f.receipt = :receipt and a.account = :account
                """)
                .param("receipt", receipt.value())
                .param("account", account)
                .query(ROW)
                .optional();
    }

    Optional<CaseFile> of(UUID account, UUID caseId) {
        return db.sql("""
                select f.*
                from cases.case_file f join cases.access a on a.case_id = f.id
                where f.id = :case and a.account = :account
                """)
                .param("case", caseId)
                .param("account", account)
                .query(ROW)
                .optional();
    }

    /** Locks a case this account may answer for. */
    Optional<CaseFile> lockToAnswer(UUID account, ReceiptNumber receipt) {
        return db.sql("""
                select f.*
                from cases.case_file f join cases.access a on a.case_id = f.id
                where f.receipt = :receipt and a.account = :account and a.may_answer
                for update of f
                """)
                .param("receipt", receipt.value())
                .param("account", account)
                .query(ROW)
                .optional();
    }

    /** One look at one row, whatever the number: unknown and shielded cases cost and answer the same. */
    Optional<PublicStatus> statusOf(ReceiptNumber receipt) {
        return db.sql("""
                select form, state, received_at, shown_since
                from cases.case_file
                where receipt = :receipt and not shielded
                """)
                .param("receipt", receipt.value())
                .query((row, n) -> new PublicStatus(
                        receipt,
                        row.getString("form"),
                        PublicStatus.project(CaseState.valueOf(row.getString("state"))),
                        row.getTimestamp("received_at").toInstant(),
                        row.getTimestamp("shown_since").toInstant()))
                .optional();
    }

    void save(CaseFile file) {
        db.sql("""
                update cases.case_file
                set state = :state, version = :version, officer = :officer, proposer = :proposer, changed_at = :changed,
                    shown_since = :shown
                where id = :id
                """)
                .param("id", file.id())
                .param("state", file.state().name())
                .param("version", file.version())
                .param("officer", file.officer(), java.sql.Types.OTHER)
                .param("proposer", file.proposer(), java.sql.Types.OTHER)
                .param("changed", Timestamp.from(file.changedAt()))
                .param("shown", Timestamp.from(file.shownSince()))
                .update();
    }

    private static CaseFile read(ResultSet row) throws SQLException {
        return new CaseFile(
                row.getObject("id", UUID.class),
                row.getObject("filing", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("form"),
                row.getString("edition"),
                new ReceiptNumber(row.getString("receipt")),
                CaseState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getObject("key", UUID.class),
                row.getBoolean("shielded"),
                id(row, "officer"),
                id(row, "proposer"),
                row.getTimestamp("received_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getTimestamp("shown_since").toInstant());
    }

    private static @Nullable UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
