package fairway.drafts;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.documents.Documents;
import fairway.documents.Holder;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deletes drafts with everything typed into them and uploaded for them, and reminds of those whose time runs out. */
@Service
class Discarding {
    private final DraftTable drafts;
    private final Documents documents;
    private final Audit audit;
    private final Ending ending;

    Discarding(DraftTable drafts, Documents documents, Audit audit, Ending ending) {
        this.drafts = drafts;
        this.documents = documents;
        this.audit = audit;
        this.ending = ending;
    }

    @Component
    record Ending(DraftSettings settings, ApplicationEventPublisher events, InstantSource clock) {}

    /** At the person’s wish; false when there is no such draft, or it is signed. */
    @Transactional
    public boolean discard(UUID account, UUID id) {
        var found = drafts.lock(account, id);
        if (found.isEmpty() || !found.get().open()) {
            return false;
        }
        delete(found.get(), Actor.person(account), "draft.deleted");
        return true;
    }

    /** One reminder each, the nearest one: a machine that slept a week does not send three at once. */
    @Transactional
    public int remind() {
        int told = 0;
        for (int days : ending.settings().reminders().stream()
                .sorted(Comparator.naturalOrder())
                .toList()) {
            var before = ending.clock().instant().plus(days, ChronoUnit.DAYS);
            for (var draft : drafts.ending(before, days)) {
                drafts.reminded(draft.id(), days);
                ending.events().publishEvent(new DraftEnding(draft.id(), draft.account(), days, draft.expires()));
                told++;
            }
        }
        return told;
    }

    @Transactional
    public int endExpired() {
        var expired = drafts.expired(ending.clock().instant(), ending.settings().batch());
        for (var draft : expired) {
            delete(draft, Actor.system(), "draft.expired");
            ending.events().publishEvent(new DraftEnded(draft.id(), draft.account(), draft.form()));
        }
        return expired.size();
    }

    private void delete(Draft draft, Actor actor, String what) {
        documents.erase(new Holder("draft", draft.id()));
        drafts.delete(draft.account(), draft.id());
        audit.record(new Act(actor, what, Subject.of("draft", draft.id()), Map.of("form", draft.form())));
    }
}
