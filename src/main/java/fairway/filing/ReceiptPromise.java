package fairway.filing;

import fairway.promises.Promises;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whoever signs is promised a receipt: the promise ends when its number exists, and is seen until then. */
@Component
class ReceiptPromise {
    private static final String KIND = "filing.receipt";
    private final Promises promises;
    private final ObjectProvider<ReceiptLookup> receipts;
    private final FilingSettings settings;

    ReceiptPromise(Promises promises, ObjectProvider<ReceiptLookup> receipts, FilingSettings settings) {
        this.promises = promises;
        this.receipts = receipts;
        this.settings = settings;
    }

    void signed(Pack pack) {
        promises.open(
                KIND, pack.id().toString(), pack.account(), pack.signedAt().plus(settings.receiptWithin()));
    }

    /** Kept only if there is a number; a filing nobody opened a case for stays on everybody’s list. */
    void received(Pack pack, UUID filing) {
        if (receipts.stream().anyMatch(lookup -> lookup.receiptOf(filing).isPresent())) {
            promises.keep(KIND, pack.id().toString());
        }
    }

    void takenBack(Pack pack) {
        promises.keep(KIND, pack.id().toString());
    }
}
