package fairway.intake;

import fairway.cases.ReceiptNumber;
import fairway.identity.AccountNumber;
import fairway.intake.PaperFile.Lock;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PaperFiles {
    private static final String COLUMNS =
            " id, account, number, case_id, receipt, code_hash, code_expires_at, claimed_by from intake.paper_file ";

    private final JdbcClient db;
    private final Vault vault;

    PaperFiles(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** Who keyed it, when, and what only its person and officers know. */
    record Keyed(LocalDate born, String aNumber, UUID key, UUID by, Instant at) {}

    void add(PaperFile file, Keyed keyed) {
        db.sql("""
                insert into intake.paper_file (id, account, number, case_id, receipt, birth, a_number, opened_by,
                    opened_at, code_hash, code_expires_at)
                values (:id, :account, :number, :case, :receipt, :birth, :a, :by, :at, :hash, :expires)
                """)
                .param("id", file.id())
                .param("account", file.account())
                .param("number", file.number().value())
                .param("case", file.caseId())
                .param("receipt", file.receipt().value())
                .param("birth", vault.kept(birth(file.id(), keyed.born())))
                .param("a", seal(file.id(), keyed), java.sql.Types.BINARY)
                .param("by", keyed.by())
                .param("at", Timestamp.from(keyed.at()))
                .param("hash", file.lock().hash())
                .param("expires", Timestamp.from(file.lock().expiresAt()))
                .update();
    }

    Optional<PaperFile> find(FilingNumber number) {
        return db.sql("select" + COLUMNS + "where receipt = :number or number = :number")
                .param("number", number.value())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<PaperFile> find(UUID id) {
        return db.sql("select" + COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** For which this account was made. */
    Optional<PaperFile> ofAccount(UUID account) {
        return db.sql("select" + COLUMNS + "where account = :account")
                .param("account", account)
                .query((row, n) -> read(row))
                .optional();
    }

    /** What an officer has keyed themself. */
    Optional<PaperFile> keyedBy(UUID officer, ReceiptNumber receipt) {
        return db.sql("select" + COLUMNS + "where receipt = :receipt and opened_by = :officer")
                .param("receipt", receipt.value())
                .param("officer", officer)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Of many at once exactly one is told true; a code that was made anew meanwhile opens nothing. */
    boolean claim(PaperFile file, UUID account, Instant now) {
        return db.sql("""
                update intake.paper_file set claimed_by = :account, claimed_at = :now
                where id = :id and claimed_by is null and code_hash = :hash and code_expires_at > :now
                """)
                        .param("id", file.id())
                        .param("account", account)
                        .param("hash", file.lock().hash())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    /** A new code in place of the old; none where the filing was joined meanwhile. */
    boolean renew(UUID id, Lock lock) {
        return db.sql("""
                update intake.paper_file set code_hash = :hash, code_expires_at = :expires
                where id = :id and claimed_by is null
                """)
                        .param("id", id)
                        .param("hash", lock.hash())
                        .param("expires", Timestamp.from(lock.expiresAt()))
                        .update()
                == 1;
    }

    /** The same code kept under another key. */
    void keep(PaperFile file, String hash) {
        db.sql("update intake.paper_file set code_hash = :hash where id = :id and code_hash = :before")
                .param("hash", hash)
                .param("id", file.id())
                .param("before", file.lock().hash())
                .update();
    }

    /** Codes that open nothing any more, and that nobody needs to be recognised by. */
    int forgetCodes(Instant expiredBefore) {
        return db.sql("""
                update intake.paper_file set code_hash = '' where code_hash <> '' and code_expires_at < :before
                """).param("before", Timestamp.from(expiredBefore)).update();
    }

    /** Whether the person of this filing was born on that day; the same work for a filing that is not there. */
    boolean bornOn(@Nullable PaperFile file, LocalDate day) {
        var id = file == null ? new UUID(0, 0) : file.id();
        return db.sql("select count(*) from intake.paper_file where id = :id and birth = any(:births)")
                        .param("id", id)
                        .param("births", vault.asKept(birth(id, day)))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Its person’s account is gone; the case stays with the agency. */
    void forget(UUID account) {
        db.sql("""
                update intake.paper_file set a_number = null, birth = ''::bytea, code_hash = ''
                where account = :account
                """).param("account", account).update();
    }

    private byte[] birth(UUID id, LocalDate born) {
        return vault.fingerprint("intake.birth", id + "/" + born);
    }

    private byte @Nullable [] seal(UUID id, Keyed keyed) {
        return keyed.aNumber().isEmpty()
                ? null
                : vault.seal(
                        keyed.key(),
                        keyed.aNumber().getBytes(StandardCharsets.US_ASCII),
                        "intake.paper_file/" + id + "/a_number");
    }

    private static PaperFile read(ResultSet row) throws SQLException {
        return new PaperFile(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                new AccountNumber(row.getString("number")),
                row.getObject("case_id", UUID.class),
                new ReceiptNumber(row.getString("receipt")),
                new Lock(
                        row.getString("code_hash"),
                        row.getTimestamp("code_expires_at").toInstant()),
                row.getObject("claimed_by", UUID.class));
    }
}
