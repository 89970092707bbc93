package fairway.documents;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.documents.Structure.Objection;
import fairway.vault.Vault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The two ends of an arrival: noted as litter before the first byte, claimed by a document after the last. */
@Component("documentsArrivals")
class Arrivals {
    private final DocumentRows rows;
    private final Litter litter;
    private final Vault vault;
    private final NoArgGenerator ids;
    private final TransactionTemplate apart;

    Arrivals(
            DocumentRows rows,
            Litter litter,
            Vault vault,
            NoArgGenerator ids,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.litter = litter;
        this.vault = vault;
        this.ids = ids;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Committed at once, whatever becomes of the caller's transaction. */
    Litter.Piece begin() {
        return apart.execute(status -> {
            var piece = new Litter.Piece(ids.generate(), vault.newKey());
            litter.arriving(piece);
            return piece;
        });
    }

    void abandon(Litter.Piece piece) {
        litter.remove(piece);
    }

    /** Says no when the holder takes no more; in the transaction of {@link #claim} nothing can come between. */
    void admit(Upload upload, int mostFiles) throws Objection {
        if (rows.frozen(upload.holder())) {
            throw new Objection(Refusal.CLOSED);
        }
        if (rows.count(upload.holder()) >= mostFiles) {
            throw new Objection(Refusal.TOO_MANY, mostFiles);
        }
        var main = upload.translationOf();
        if (main != null
                && rows.find(upload.holder(), main)
                        .filter(row -> row.document().part() == Part.FILE)
                        .isEmpty()) {
            throw new Objection(Refusal.CLOSED);
        }
    }

    void lock(Holder holder) {
        rows.lock(holder);
    }

    void claim(Document document, Litter.Piece piece, @Nullable UUID sentBy) {
        rows.insert(document, piece.key(), sentBy);
        litter.claimed(piece.id());
    }
}
