package fairway.cases;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.filing.FilingReceived;
import fairway.filing.Filings;
import fairway.filing.ReceiptLookup;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a case of a filing, once, in the transaction that makes the filing certain. */
@Component
class CaseOpening implements ReceiptLookup {
    private final Filings filings;
    private final CaseFiles files;
    private final CaseMoves moves;
    private final ReceiptNumbers numbers;
    private final NoArgGenerator ids;

    CaseOpening(Filings filings, CaseFiles files, CaseMoves moves, ReceiptNumbers numbers, NoArgGenerator ids) {
        this.filings = filings;
        this.files = files;
        this.moves = moves;
        this.numbers = numbers;
        this.ids = ids;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(FilingReceived received) {
        if (files.receiptOf(received.filing()).isPresent()) {
            return;
        }
        var filing = filings.find(received.filing()).orElseThrow();
        var file = new CaseFile(
                ids.generate(),
                filing.id(),
                filing.account(),
                filing.form(),
                filing.edition(),
                numbers.next(),
                CaseState.RECEIVED,
                1,
                filing.key(),
                false,
                null,
                null,
                filing.receivedAt(),
                filing.receivedAt(),
                filing.receivedAt());
        if (files.add(file)) {
            files.allow(file.id(), filing.account(), "FILER", filing.receivedAt());
            moves.opened(file);
        }
    }

    @Override
    public Optional<String> receiptOf(UUID filing) {
        return files.receiptOf(filing);
    }
}
