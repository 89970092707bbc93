package fairway.alerts;

import fairway.cases.CaseAct;
import fairway.cases.CaseChanged;
import fairway.cases.Cases;
import fairway.notices.NoticeKind;
import fairway.notices.NoticePosted;
import fairway.notices.Notices;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that there is news, and nothing else: what the news is, they read after signing in. A notice tells of the act
 * that caused it, so acts that write a notice tell nothing of their own.
 */
@Component
class Telling {
    private static final String TEMPLATE = "alerts.news";
    private static final Set<CaseAct> WORTH_TELLING = Set.of(
            CaseAct.TAKE,
            CaseAct.ANSWER_REQUEST,
            CaseAct.REQUEST_LAPSED,
            CaseAct.SCHEDULE_APPOINTMENT,
            CaseAct.APPOINTMENT_OVER,
            CaseAct.WITHDRAW,
            CaseAct.REOPEN);
    private static final Set<CaseAct> OF_APPOINTMENTS = Set.of(CaseAct.SCHEDULE_APPOINTMENT, CaseAct.APPOINTMENT_OVER);
    private static final Set<CaseAct> OF_EVIDENCE = Set.of(CaseAct.ANSWER_REQUEST, CaseAct.REQUEST_LAPSED);

    private final Cases cases;
    private final Notices notices;
    private final Post post;

    Telling(Cases cases, Notices notices, Post post) {
        this.cases = cases;
        this.notices = notices;
        this.post = post;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticePosted posted) {
        var evidence = notices.find(posted.notice())
                .filter(notice -> notice.kind() == NoticeKind.EVIDENCE)
                .isPresent();
        tell(posted.caseId(), evidence ? AlertKind.EVIDENCE : AlertKind.CASE, "notice/" + posted.notice());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseChanged changed) {
        if (WORTH_TELLING.contains(changed.what())) {
            tell(changed.caseId(), kind(changed.what()), "case/" + changed.caseId() + "/" + changed.seq());
        }
    }

    static AlertKind kind(CaseAct act) {
        if (OF_APPOINTMENTS.contains(act)) {
            return AlertKind.APPOINTMENT;
        }
        return OF_EVIDENCE.contains(act) ? AlertKind.EVIDENCE : AlertKind.CASE;
    }

    private void tell(UUID caseId, AlertKind kind, String cause) {
        post.tell(cases.find(caseId).orElseThrow().account(), kind, new Post.News(cause, TEMPLATE));
    }
}
