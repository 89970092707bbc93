package fairway.notices;

import fairway.cases.CaseAct;
import java.util.Arrays;
import java.util.Optional;

/** The letters we know how to write, each because of one act. */
public enum NoticeKind {
    RECEIPT(CaseAct.OPEN),
    EVIDENCE(CaseAct.REQUEST_EVIDENCE),
    APPROVAL(CaseAct.APPROVE),
    DENIAL(CaseAct.DENY),
    CLOSURE(CaseAct.CLOSE),
    REJECTION(CaseAct.REJECT);

    private final CaseAct cause;

    NoticeKind(CaseAct cause) {
        this.cause = cause;
    }

    static Optional<NoticeKind> of(CaseAct act) {
        return Arrays.stream(values()).filter(kind -> kind.cause == act).findFirst();
    }

    String key(String part) {
        return "notices." + name() + "." + part;
    }
}
