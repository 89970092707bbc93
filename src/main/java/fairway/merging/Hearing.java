package fairway.merging;

import fairway.audit.Actor;
import fairway.identity.AccountClosed;
import fairway.identity.Hold;
import fairway.identity.Holding;
import fairway.merging.Merge.State;
import fairway.signin.SecurityNews;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What ends a joining without a word to us: the alarm on either side stops it, and on the side that is gone takes it back,
 * once for each address.
 * While one waits, or can be taken back, its accounts do not close.
 */
@Component("mergingHearing")
class Hearing implements Holding {
    private final MergeTable table;
    private final Asking asking;
    private final Deciding deciding;
    private final Words words;

    Hearing(MergeTable table, Asking asking, Deciding deciding, Words words) {
        this.table = table;
        this.asking = asking;
        this.deciding = deciding;
        this.words = words;
    }

    @EventListener
    @Transactional
    public void on(SecurityNews news) {
        if (news.what() == SecurityNews.What.FROZEN) {
            table.openOf(news.account()).stream()
                    .filter(merge -> !merge.proven() || counts(merge, news.account()))
                    .forEach(merge -> asking.stop(merge, Actor.anonymous()));
            table.of(news.account()).stream()
                    .filter(merge ->
                            merge.state() == State.JOINED && merge.other().equals(news.account()))
                    .filter(merge -> counts(merge, news.account()))
                    .forEach(deciding::undoSoon);
        }
    }

    /** An alarm from an address alone ends a joining of the same two accounts once. */
    private boolean counts(Merge merge, UUID account) {
        var from = words.alarm(account, merge);
        if (from.isPresent() && !words.left(merge, account, from.get())) {
            return false;
        }
        from.ifPresent(reader -> words.say(merge, account, reader));
        return true;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountClosed closed) {
        asking.stop(closed.account(), Actor.person(closed.account()));
    }

    @Override
    public List<Hold> on(UUID account) {
        return table.of(account).stream()
                .filter(merge -> merge.proven() || merge.state() == State.JOINED)
                .limit(1)
                .map(merge -> new Hold("merging.hold", "", "/account/security/merge"))
                .toList();
    }
}
