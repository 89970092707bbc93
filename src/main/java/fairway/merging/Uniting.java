package fairway.merging;

import fairway.identity.Accounts;
import fairway.identity.Moving;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves what two accounts have into one, and exactly that back; every module moves its own rows. */
@Component
class Uniting {
    private final MergeTable table;
    private final Accounts accounts;
    private final List<Moving> movings;

    Uniting(MergeTable table, Accounts accounts, List<Moving> movings) {
        this.table = table;
        this.accounts = accounts;
        this.movings = List.copyOf(movings);
    }

    /** Nothing else that locks one of the accounts goes on until the transaction ends; always in the same order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockBoth(Merge merge) {
        Stream.of(merge.kept(), merge.other())
                .sorted()
                .forEach(account -> accounts.safety().lock(account));
    }

    /** Nobody changes what will move. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lockRows(Merge merge) {
        movings.forEach(moving -> moving.lock(merge.other()));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void unite(Merge merge, Instant now, Instant heardUntil) {
        if (!accounts.joins().join(merge.other(), merge.kept(), heardUntil)) {
            throw new IllegalStateException("account " + merge.other() + " is part of another one already");
        }
        sweep(merge, now);
    }

    /** Moves what came late, from pages that were open in the moment of the joining. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sweep(Merge merge, Instant now) {
        movings.forEach(
                moving -> table.moved(merge.id(), moving.what(), moving.move(merge.other(), merge.kept()), now));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void separate(Merge merge) {
        for (var moving : movings) {
            var rows = table.moved(merge.id(), moving.what());
            if (!rows.isEmpty()) {
                moving.back(rows, merge.kept(), merge.other());
            }
        }
        if (!accounts.joins().part(merge.other(), merge.kept())) {
            throw new IllegalStateException("account " + merge.other() + " is no part of " + merge.kept());
        }
    }
}
