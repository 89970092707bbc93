package fairway.cases;

import fairway.promises.Promise;
import fairway.promises.Promises;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a person waits for, as their account shows it. */
@Component
class Waits {
    private static final Set<String> SHOWN =
            Set.of("filing.receipt", "payment.answer", "payment.refund", "documents.scan", "support.answer");
    private final Promises promises;

    Waits(Promises promises) {
        this.promises = promises;
    }

    List<Promise> of(UUID account) {
        return promises.openOf(account).stream()
                .filter(promise -> SHOWN.contains(promise.kind()))
                .toList();
    }
}
