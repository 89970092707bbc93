package fairway.cases;

import static fairway.cases.CaseState.APPOINTMENT_PENDING;
import static fairway.cases.CaseState.APPROVED;
import static fairway.cases.CaseState.CLOSED;
import static fairway.cases.CaseState.DECISION_PENDING_REVIEW;
import static fairway.cases.CaseState.DENIED;
import static fairway.cases.CaseState.IN_PROCESS;
import static fairway.cases.CaseState.RECEIVED;
import static fairway.cases.CaseState.REJECTED;
import static fairway.cases.CaseState.WAITING_ON_APPLICANT;
import static fairway.cases.CaseState.WITHDRAWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one table of what may happen to a case, in which state, by whom. */
final class Lifecycle {
    static final List<Transition> TABLE = table();

    private Lifecycle() {}

    static Optional<Transition> next(@Nullable CaseState from, CaseAct act) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.act() == act)
                .findFirst();
    }

    /** The acts open to somebody of this kind while a case stands there. */
    static List<Transition> open(CaseState from, Who who) {
        return TABLE.stream()
                .filter(line -> line.from() == from && line.who() == who)
                .toList();
    }

    private static List<Transition> table() {
        var table = new ArrayList<Transition>();
        table.add(new Transition(null, CaseAct.OPEN, RECEIVED, Who.SYSTEM, false));
        line(table, RECEIVED, CaseAct.TAKE, IN_PROCESS, Who.OFFICER);
        line(table, IN_PROCESS, CaseAct.PUT_BACK, RECEIVED, Who.OFFICER);
        line(table, IN_PROCESS, CaseAct.REQUEST_EVIDENCE, WAITING_ON_APPLICANT, Who.OFFICER);
        line(table, WAITING_ON_APPLICANT, CaseAct.ANSWER_REQUEST, IN_PROCESS, Who.PERSON);
        line(table, WAITING_ON_APPLICANT, CaseAct.REQUEST_LAPSED, IN_PROCESS, Who.SYSTEM);
        line(table, IN_PROCESS, CaseAct.SCHEDULE_APPOINTMENT, APPOINTMENT_PENDING, Who.OFFICER);
        line(table, APPOINTMENT_PENDING, CaseAct.APPOINTMENT_OVER, IN_PROCESS, Who.OFFICER);
        line(table, IN_PROCESS, CaseAct.PROPOSE_APPROVAL, DECISION_PENDING_REVIEW, Who.OFFICER);
        line(table, IN_PROCESS, CaseAct.PROPOSE_DENIAL, DECISION_PENDING_REVIEW, Who.OFFICER);
        line(table, DECISION_PENDING_REVIEW, CaseAct.TAKE_BACK, IN_PROCESS, Who.OFFICER);
        table.add(new Transition(DECISION_PENDING_REVIEW, CaseAct.APPROVE, APPROVED, Who.OFFICER, true));
        table.add(new Transition(DECISION_PENDING_REVIEW, CaseAct.DENY, DENIED, Who.OFFICER, true));
        table.add(new Transition(DECISION_PENDING_REVIEW, CaseAct.SEND_BACK, IN_PROCESS, Who.OFFICER, true));
        line(table, RECEIVED, CaseAct.REJECT, REJECTED, Who.SUPERVISOR);
        for (var open : Arrays.stream(CaseState.values())
                .filter(state -> !state.closed())
                .toList()) {
            line(table, open, CaseAct.WITHDRAW, WITHDRAWN, Who.PERSON);
            line(table, open, CaseAct.CHANGE_ADDRESS, open, Who.PERSON);
            line(table, open, CaseAct.CLOSE, CLOSED, Who.SUPERVISOR);
        }
        for (var closed : List.of(APPROVED, DENIED, WITHDRAWN, CLOSED)) {
            line(table, closed, CaseAct.REOPEN, RECEIVED, Who.SUPERVISOR);
        }
        for (var any : CaseState.values()) {
            line(table, any, CaseAct.POST_NOTICE, any, Who.SYSTEM);
            line(table, any, CaseAct.NOTE, any, Who.OFFICER);
            line(table, any, CaseAct.CHANGE_ACCOUNT, any, Who.SYSTEM);
        }
        return List.copyOf(table);
    }

    private static void line(List<Transition> table, CaseState from, CaseAct act, CaseState to, Who who) {
        table.add(new Transition(from, act, to, who, false));
    }
}
