package fairway.cases;

import fairway.filing.Filing;
import fairway.filing.Filings;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom a case is about: the name in the filing, or the one that was keyed from paper. */
@Repository
class Applicants {
    private final Filings filings;
    private final JdbcClient db;
    private final Vault vault;

    Applicants(Filings filings, JdbcClient db, Vault vault) {
        this.filings = filings;
        this.db = db;
        this.vault = vault;
    }

    String of(CaseFile file) {
        return filings.find(file.filing()).map(Filing::applicant).orElseGet(() -> onPaper(file));
    }

    void keep(CaseFile file, String name) {
        db.sql("insert into cases.paper_case (case_id, applicant) values (:case, :name)")
                .param("case", file.id())
                .param("name", vault.seal(file.key(), name.getBytes(StandardCharsets.UTF_8), context(file)))
                .update();
    }

    private String onPaper(CaseFile file) {
        return db.sql("select applicant from cases.paper_case where case_id = :case")
                .param("case", file.id())
                .query((row, n) -> row.getBytes("applicant"))
                .optional()
                .map(stored -> new String(vault.open(file.key(), stored, context(file)), StandardCharsets.UTF_8))
                .orElse("");
    }

    private static String context(CaseFile file) {
        return "cases.paper_case/" + file.id();
    }
}
