package fairway.support;

import fairway.filing.Filings;
import fairway.identity.Accounts;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives accounts the marks they are found by that they would have got since by {@link Marks}, in the order of their ids. */
@Component
class Marking {
    private static final int AT_ONCE = 200;

    private final Marks marks;
    private final Accounts accounts;
    private final Filings filings;
    private final JdbcClient db;
    private final TransactionTemplate alone;

    Marking(Marks marks, Accounts accounts, Filings filings, JdbcClient db, TransactionTemplate alone) {
        this.marks = marks;
        this.accounts = accounts;
        this.filings = filings;
        this.db = db;
        this.alone = alone;
    }

    /** One round; the place it came to is kept with what it did. */
    void markSome() {
        alone.executeWithoutResult(
                state -> db.sql("select last from support.marking where not done for update skip locked")
                        .query(UUID.class)
                        .optional()
                        .ifPresent(this::markAfter));
    }

    private void markAfter(UUID last) {
        var next = accounts.peopleAfter(last, AT_ONCE);
        for (var account : next) {
            marks.markProfile(account);
            filings.of(account).forEach(marks::markFiling);
        }
        db.sql("update support.marking set last = :last, done = :done")
                .param("last", next.isEmpty() ? last : next.getLast())
                .param("done", next.isEmpty())
                .update();
    }
}
