package fairway.payments;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Says what became of a payment to who listens and to the audit, in the transaction that wrote it. */
@Component
class Announcements {
    private final ApplicationEventPublisher events;
    private final Audit audit;

    Announcements(ApplicationEventPublisher events, Audit audit) {
        this.events = events;
        this.audit = audit;
    }

    void paid(Intent intent) {
        record("payment.succeeded", intent);
    }

    void settled(UUID pack) {
        audit.record(Act.of(Actor.system(), "payment.settled", Subject.of("pack", pack)));
        events.publishEvent(new PaymentsSettled(pack));
    }

    void failed(Intent intent, String how) {
        record("payment." + how, intent);
        events.publishEvent(new PaymentFailed(intent.pack(), how));
    }

    void owedBack(Intent intent) {
        record("payment.owed-back", intent);
        events.publishEvent(new PaymentRefunded(intent.pack(), intent.id(), false));
    }

    void givenBack(Intent intent) {
        record("payment.refunded", intent);
        events.publishEvent(new PaymentRefunded(intent.pack(), intent.id(), true));
    }

    private void record(String what, Intent intent) {
        audit.record(new Act(
                Actor.system(),
                what,
                Subject.of("payment", intent.id()),
                Map.of(
                        "pack", intent.pack().toString(),
                        "group", intent.group(),
                        "cents", Long.toString(intent.cents()))));
    }
}
