package fairway.documents;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.promises.Promises;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Scans one stored file: read, asked, and only then written down. */
@Component("documentsScanning")
class Scanning {
    private final DocumentRows rows;
    private final Contents contents;
    private final Scanner scanner;
    private final Ledger ledger;

    Scanning(DocumentRows rows, Contents contents, Scanner scanner, Ledger ledger) {
        this.rows = rows;
        this.contents = contents;
        this.scanner = scanner;
        this.ledger = ledger;
    }

    /** Where the finding is written down. */
    @Component("documentsLedger")
    record Ledger(
            TransactionTemplate transaction, Audit audit, Promises promises, Removal removal, InstantSource clock) {}

    void scan(UUID id) {
        rows.toScan(id).ifPresent(row -> note(row, finding(row)));
    }

    private Scanner.Finding finding(DocumentRows.Row row) {
        var digest = Intake.sha256();
        try (var content = new DigestInputStream(new Sound(contents.open(row)), digest)) {
            var finding = scanner.scan(content);
            var whole = HexFormat.of()
                    .formatHex(digest.digest())
                    .equals(row.document().sha256());
            return whole ? finding : new Scanner.Finding(Verdict.UNREADABLE, "sha256");
        } catch (Unsound e) {
            return new Scanner.Finding(Verdict.UNREADABLE, "seal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(DocumentRows.Row row, Scanner.Finding finding) {
        var document = row.document();
        var harmful = ledger.transaction().execute(status -> {
            if (!rows.verdict(
                    document.id(),
                    finding.verdict(),
                    finding.by(),
                    ledger.clock().instant())) {
                return false;
            }
            ledger.audit()
                    .record(new Act(
                            Actor.system(),
                            "document.scanned",
                            Subject.of("document", document.id()),
                            Map.of("verdict", finding.verdict().name())));
            ledger.promises().keep(Aftermath.PROMISE, document.id().toString());
            return finding.verdict() == Verdict.INFECTED && ledger.removal().note(row);
        });
        if (harmful) {
            ledger.removal().finish(row);
        }
    }

    private static final class Unsound extends RuntimeException {
        Unsound(IOException cause) {
            super(cause);
        }
    }

    /** Tells a file that cannot be read from a scanner that does not answer. */
    private static final class Sound extends FilterInputStream {
        Sound(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int from, int length) {
            try {
                return in.read(target, from, length);
            } catch (IOException e) {
                throw new Unsound(e);
            }
        }
    }
}
