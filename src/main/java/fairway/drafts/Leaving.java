package fairway.drafts;

import fairway.identity.AccountErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Nobody’s drafts outlive their account. */
@Component
class Leaving {
    private final DraftTable drafts;
    private final Discarding discarding;

    Leaving(DraftTable drafts, Discarding discarding) {
        this.drafts = drafts;
        this.discarding = discarding;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AccountErased erased) {
        drafts.of(erased.account()).forEach(draft -> discarding.discard(erased.account(), draft.id()));
    }
}
