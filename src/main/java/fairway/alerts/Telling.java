package fairway.alerts;

import fairway.cases.CaseAct;
import fairway.cases.CaseChanged;
import fairway.cases.Cases;
import fairway.notices.NoticePosted;
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
    static final String TEMPLATE = "alerts.news";
    private static final Set<CaseAct> WORTH_TELLING = Set.of(
            CaseAct.TAKE,
            CaseAct.ANSWER_REQUEST,
            CaseAct.REQUEST_LAPSED,
            CaseAct.SCHEDULE_APPOINTMENT,
            CaseAct.APPOINTMENT_OVER,
            CaseAct.WITHDRAW,
            CaseAct.REOPEN);

    private final Cases cases;
    private final Post post;

    Telling(Cases cases, Post post) {
        this.cases = cases;
        this.post = post;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(NoticePosted posted) {
        tell(posted.caseId(), "notice/" + posted.notice());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseChanged changed) {
        if (WORTH_TELLING.contains(changed.what())) {
            tell(changed.caseId(), "case/" + changed.caseId() + "/" + changed.seq());
        }
    }

    private void tell(UUID caseId, String cause) {
        post.tell(cases.find(caseId).orElseThrow().account(), cause, TEMPLATE);
    }
}
