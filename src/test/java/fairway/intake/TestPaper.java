package fairway.intake;

import fairway.TestJobs;
import fairway.cases.ReceiptNumber;
import fairway.identity.PaperPerson;
import fairway.identity.PersonName;
import fairway.identity.PostalAddress;
import fairway.signin.TestSignIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invented filings on paper, and what their people read in their letters. */
@Component
class TestPaper {
    static final LocalDate BORN = LocalDate.of(1990, 1, 31);
    private static final Pattern CODE =
            Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    private final Intake intake;
    private final PaperFiles files;
    private final TestSignIn signIn;
    private final TestJobs jobs;
    private final JdbcClient db;

    TestPaper(Intake intake, PaperFiles files, TestSignIn signIn, TestJobs jobs, JdbcClient db) {
        this.intake = intake;
        this.files = files;
        this.signIn = signIn;
        this.jobs = jobs;
        this.db = db;
    }

    /** A filing whose letter has arrived. */
    record Arrived(PaperFile file, String code, String street) {
        String receipt() {
            return file.receipt().value();
        }
    }

    Arrived arrived() {
        return arrived("Ana María", Locale.ENGLISH);
    }

    Arrived arrived(String given, Locale language) {
        var street = UUID.randomUUID() + " Elm St";
        var officer = signIn.officer("Olga Invented", "OFFICER").account();
        var receipt = intake.open(officer, form(given, street, language));
        return new Arrived(file(receipt), code(street), street);
    }

    static PaperForm form(String given, String street, Locale language) {
        var address = new PostalAddress(
                Map.of("country", "US", "street", street, "city", "Lewiston", "state", "ME", "zip", "04240"));
        var name = new PersonName("Papel", given, "");
        return new PaperForm(new PaperPerson(name, BORN, address, language), "012345678", "i-765");
    }

    PaperFile file(ReceiptNumber receipt) {
        return files.find(new FilingNumber(receipt.value())).orElseThrow();
    }

    /** The code in the newest letter to this street. */
    String code(String street) {
        var found = CODE.matcher(letters(street).getFirst());
        if (!found.find()) {
            throw new AssertionError("no code in the letter");
        }
        return found.group();
    }

    /** Letters to this street, the newest first. */
    List<String> letters(String street) {
        jobs.runDue();
        return db.sql("""
                select subject || ' ' || body from delivery.outbox
                where channel = 'LETTER' and position(:street in address) > 0
                order by sent_at desc, message desc
                """)
                .param("street", street)
                .query((row, n) -> row.getString(1))
                .list();
    }
}
