package fairway.identity;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Adds to a profile what only the one of the account that became part of it has, once, and takes exactly that out again. */
@Component
class ProfileMoving implements Moving {
    private final ProfileTable table;
    private final AccountTable accounts;
    private final Audit audit;
    private final Profiles.Moment moment;
    private final NoArgGenerator ids;

    ProfileMoving(ProfileTable table, AccountTable accounts, Audit audit, Profiles.Moment moment, NoArgGenerator ids) {
        this.table = table;
        this.accounts = accounts;
        this.audit = audit;
        this.moment = moment;
        this.ids = ids;
    }

    @Override
    public String what() {
        return "identity.profile";
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(UUID account) {
        table.lock(account, key(account), moment.clock().instant());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> move(UUID from, UUID to) {
        if (table.addedBefore(to, from)) {
            return List.of();
        }
        var key = key(to);
        var now = moment.clock().instant();
        var ours = table.lock(to, key, now);
        var added = Added.to(ours, table.find(from, key(from)));
        if (added.nothing()) {
            return List.of();
        }
        var id = ids.generate();
        table.save(to, key, added.into(ours), now);
        table.added(new ProfileTable.Addition(id, to, from), key, added, now);
        changed(to, "profile.joined");
        return List.of(id);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void back(List<UUID> rows, UUID from, UUID to) {
        var key = key(from);
        for (var id : rows) {
            table.added(new ProfileTable.Addition(id, from, to), key).ifPresent(added -> {
                var now = moment.clock().instant();
                table.save(from, key, added.outOf(table.lock(from, key, now)), now);
                table.forgetAdded(to);
                changed(from, "profile.parted");
            });
        }
    }

    private void changed(UUID account, String what) {
        audit.record(Act.of(Actor.system(), what, Subject.of("account", account)));
        moment.events().publishEvent(new ProfileChanged(account));
    }

    private UUID key(UUID account) {
        return accounts.find(account).orElseThrow().key();
    }
}
