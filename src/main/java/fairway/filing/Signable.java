package fairway.filing;

import fairway.documents.Document;
import fairway.drafts.Declaration;
import fairway.forms.CanonicalFiling;
import fairway.legal.LegalText;
import fairway.payments.Quote;
import java.util.ArrayList;
import java.util.List;

/** Exactly what would be signed now, and what stands in the way. */
record Signable(CanonicalFiling filing, LegalText text, Signer signer, Evidence evidence, Price price) {

    record Evidence(
            List<Document> files,
            List<Declaration> declarations,
            List<String> accepted,
            List<Pack.Remark> remarks,
            List<Obstacle> obstacles) {}

    /** {@code confirmed} where nothing in the quote waits for the agency, or a demonstration does not mind. */
    record Price(List<String> fees, Quote quote, boolean confirmed) {
        /** Whether a signature alone files it: no fee is certain only if the agency has confirmed that, too. */
        boolean free() {
            return confirmed && quote.total() == 0;
        }
    }

    /** Why it cannot be signed yet. */
    enum Obstacle {
        /** A check that blocks. */
        BLOCKED,
        /** A warning that was not accepted. */
        UNREAD,
        /** The edition or a fee is not confirmed by the agency, or the edition is over. */
        UNCONFIRMED;

        static List<Obstacle> of(boolean blocked, boolean read, boolean confirmed) {
            var obstacles = new ArrayList<Obstacle>();
            if (blocked) {
                obstacles.add(BLOCKED);
            }
            if (!read) {
                obstacles.add(UNREAD);
            }
            if (!confirmed) {
                obstacles.add(UNCONFIRMED);
            }
            return obstacles;
        }
    }

    List<Document> files() {
        return evidence.files();
    }

    List<Declaration> declarations() {
        return evidence.declarations();
    }

    List<String> accepted() {
        return evidence.accepted();
    }

    List<Obstacle> obstacles() {
        return evidence.obstacles();
    }

    List<String> fees() {
        return price.fees();
    }

    long total() {
        return price.quote().total();
    }
}
