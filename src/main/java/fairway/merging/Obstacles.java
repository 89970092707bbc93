package fairway.merging;

import fairway.identity.AccountType;
import fairway.identity.Accounts;
import fairway.identity.Obstacle;
import fairway.identity.Safety;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Everything that keeps an account from becoming one with another now. */
@Component
class Obstacles {
    private final Accounts accounts;
    private final MergeTable table;
    private final List<Obstacle.Source> sources;

    Obstacles(Accounts accounts, MergeTable table, List<Obstacle.Source> sources) {
        this.accounts = accounts;
        this.table = table;
        this.sources = List.copyOf(sources);
    }

    Set<Obstacle> on(UUID id, boolean goes) {
        var found = EnumSet.noneOf(Obstacle.class);
        var account = accounts.find(id);
        if (account.filter(one -> !one.closed()).isEmpty()) {
            found.add(Obstacle.CLOSED);
            return found;
        }
        if (account.get().type() != AccountType.APPLICANT) {
            found.add(Obstacle.KIND);
        }
        if (accounts.safety().holdOn(id).isPresent()) {
            found.add(Obstacle.STOPPED);
        }
        if (goes && table.joinedInto(id)) {
            found.add(Obstacle.JOINING);
        }
        sources.forEach(source -> found.addAll(source.on(id, goes)));
        return found;
    }

    Set<Obstacle> on(Merge merge) {
        var both = EnumSet.noneOf(Obstacle.class);
        both.addAll(proven(merge.kept(), false));
        both.addAll(proven(merge.other(), true));
        return both;
    }

    /** Alarms from one mailbox, again and again, do not hold up what was proven on both sides. */
    Set<Obstacle> proven(UUID id, boolean goes) {
        var found = on(id, goes);
        var again = accounts.safety()
                .holdOn(id)
                .filter(hold -> hold.reason() == Safety.Reason.NOT_ME_AGAIN)
                .isPresent();
        if (again) {
            found.remove(Obstacle.STOPPED);
        }
        return found;
    }
}
