package fairway.filing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.documents.Documents;
import fairway.documents.Holder;
import fairway.drafts.Drafts;
import fairway.payments.PaymentsSettled;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a signed and paid package a filing, once, in the transaction that makes the money certain. */
@Service
class Submission {
    private final Packages packs;
    private final FilingTable filings;
    private final Drafts drafts;
    private final Filings door;
    private final Aftermath aftermath;

    Submission(Packages packs, FilingTable filings, Drafts drafts, Filings door, Aftermath aftermath) {
        this.packs = packs;
        this.filings = filings;
        this.drafts = drafts;
        this.door = door;
        this.aftermath = aftermath;
    }

    @Component
    record Aftermath(
            Documents documents,
            Audit audit,
            ApplicationEventPublisher events,
            SchedulerClient jobs,
            ReceiptPromise promise,
            Signing.Means means) {}

    @EventListener
    @Transactional
    public void on(PaymentsSettled settled) {
        if (packs.find(settled.pack()).isPresent()) {
            receive(settled.pack());
        }
    }

    Optional<Filing> ofDraft(UUID draft) {
        return filings.ofDraft(draft).flatMap(row -> door.find(row.id()));
    }

    /** The filing this package became; also a package taken back while its payment was on the way, for it was paid. */
    @Transactional
    public Filing receive(UUID packId) {
        var pack = packs.find(packId).orElseThrow(() -> new NoSuchElementException("No package " + packId));
        drafts.lock(pack.account(), pack.draft());
        var before = filings.ofDraft(pack.draft());
        if (before.isPresent()) {
            return door.find(before.get().id()).orElseThrow();
        }
        packs.standing(pack.draft()).filter(other -> !other.id().equals(packId)).ifPresent(other -> {
            packs.state(other.id(), Pack.State.TAKEN_BACK);
            aftermath.promise().takenBack(other);
        });
        packs.state(packId, Pack.State.RECEIVED);
        var id = aftermath.means().ids().generate();
        filings.add(id, pack, aftermath.means().clock().instant());
        close(pack, id);
        aftermath.events().publishEvent(new FilingReceived(id));
        aftermath.promise().received(pack, id);
        return door.find(id).orElseThrow();
    }

    /** Everything typed is gone from the draft, our own questions with it; the frozen answers are the filing. */
    private void close(Pack pack, UUID filing) {
        drafts.filed(pack.draft());
        var holder = new Holder("filing", filing);
        aftermath.documents().rehome(new Holder("draft", pack.draft()), holder);
        aftermath.documents().freeze(holder);
        aftermath
                .audit()
                .record(new Act(
                        Actor.person(pack.account()),
                        "filing.received",
                        Subject.of("filing", filing),
                        Map.of(
                                "package",
                                pack.id().toString(),
                                "sha256",
                                pack.content().sha256())));
        aftermath
                .jobs()
                .scheduleIfNotExists(FilingJobs.COPY
                        .instance(filing.toString())
                        .scheduledTo(aftermath.means().clock().instant()));
    }
}
