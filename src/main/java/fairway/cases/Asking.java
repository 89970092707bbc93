package fairway.cases;

import com.fasterxml.uuid.NoArgGenerator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import fairway.calendar.Deadline;
import fairway.calendar.LegalCalendar;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** An officer's request for evidence: what is asked, and the last day, never later than the rule's ceiling. */
@Component
class Asking {
    private final EvidenceRequests requests;
    private final CaseMoves moves;
    private final LegalCalendar calendar;
    private final CaseSettings settings;
    private final Tools tools;

    Asking(EvidenceRequests requests, CaseMoves moves, LegalCalendar calendar, CaseSettings settings, Tools tools) {
        this.requests = requests;
        this.moves = moves;
        this.calendar = calendar;
        this.settings = settings;
        this.tools = tools;
    }

    @Component
    record Tools(NoArgGenerator ids, InstantSource clock, SchedulerClient jobs) {}

    record Question(String text, LocalDate lastDay) {}

    /** The latest day an officer may give for an answer to a request made today. */
    Deadline ceiling() {
        return calendar.deadline(settings.evidenceRule(), calendar.today());
    }

    /** A day on which nobody works moves to the next business day. */
    ActResult ask(CaseFile file, Doer doer, Question question) {
        var ceiling = ceiling();
        var lastDay = calendar.nextBusinessDay(question.lastDay());
        if (!lastDay.isAfter(calendar.today()) || lastDay.isAfter(ceiling.date())) {
            return new ActResult.WrongDay();
        }
        var until = calendar.endOf(lastDay);
        var request = new EvidenceRequest(
                tools.ids().generate(),
                file.id(),
                RequestState.ISSUED,
                question.text(),
                tools.clock().instant(),
                lastDay,
                until,
                UnsentAnswer.NONE,
                "",
                null);
        requests.add(file, request, ceiling.rule());
        var id = request.id().toString();
        tools.jobs().scheduleIfNotExists(new TaskInstance<>(CaseJobs.LAPSE, id, id), until.plusSeconds(1));
        moves.move(file, CaseAct.REQUEST_EVIDENCE, doer, new CaseMoves.Traces("", request.id(), ""));
        return new ActResult.Done();
    }

    /** A case that ends while a request is open ends the request with it. */
    void closeOpen(CaseFile file, CaseAct act) {
        var ends = Lifecycle.next(file.state(), act)
                .filter(line -> line.to().closed())
                .isPresent();
        if (ends && file.state() == CaseState.WAITING_ON_APPLICANT) {
            requests.latest(file).ifPresent(request -> requests.end(request.id(), RequestState.CLOSED));
        }
    }
}
