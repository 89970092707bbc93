package fairway.signin;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes every success, failure and refusal into the record, by ids only. */
@Component
class Trail {
    private final Audit audit;

    Trail(Audit audit) {
        this.audit = audit;
    }

    void of(UUID account, boolean staff, String what, Map<String, String> facts) {
        var actor = staff ? Actor.staff(account) : Actor.person(account);
        audit.record(new Act(actor, what, Subject.of("account", account), facts));
    }

    void of(Session session, String what, Map<String, String> facts) {
        of(session.account(), session.staff(), what, facts);
    }

    void ofSystem(UUID account, String what) {
        audit.record(new Act(Actor.system(), what, Subject.of("account", account), Map.of()));
    }

    /** Somebody who has not shown who they are, against an address we may or may not know. */
    void ofNobody(String what, byte[] fingerprint, Map<String, String> facts) {
        var mark = java.util.HexFormat.of().formatHex(fingerprint, 0, 8);
        audit.record(new Act(Actor.anonymous(), what, new Subject("address", mark), facts));
    }
}
