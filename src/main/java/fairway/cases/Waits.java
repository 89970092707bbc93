package fairway.cases;

import fairway.identity.Accounts;
import fairway.promises.Promise;
import fairway.promises.Promises;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a person waits for, as their account shows it. */
@Component
class Waits {
    private static final Set<String> SHOWN =
            Set.of("filing.receipt", "payment.answer", "payment.refund", "documents.scan", "support.answer");

    private final Promises promises;
    private final Accounts accounts;

    Waits(Promises promises, Accounts accounts) {
        this.promises = promises;
        this.accounts = accounts;
    }

    List<Promise> of(UUID account) {
        return Stream.concat(Stream.of(account), accounts.joins().partsOf(account).stream())
                .flatMap(own -> promises.openOf(own).stream())
                .filter(promise -> SHOWN.contains(promise.kind()))
                .toList();
    }
}
