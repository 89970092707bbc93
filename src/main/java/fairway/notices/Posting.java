package fairway.notices;

import com.fasterxml.uuid.NoArgGenerator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import fairway.cases.CaseChanged;
import fairway.cases.Cases;
import fairway.ui.Texts;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts the letter an act calls for into the account, in the transaction of the act; its PDF follows by a job. */
@Component
class Posting {
    private final Cases cases;
    private final NoticeTable table;
    private final Letters letters;
    private final ApplicationEventPublisher events;
    private final Tools tools;

    Posting(Cases cases, NoticeTable table, Letters letters, ApplicationEventPublisher events, Tools tools) {
        this.cases = cases;
        this.table = table;
        this.letters = letters;
        this.events = events;
        this.tools = tools;
    }

    @Component
    record Tools(NoArgGenerator ids, InstantSource clock, SchedulerClient jobs) {}

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(CaseChanged changed) {
        NoticeKind.of(changed.what()).ifPresent(kind -> post(kind, changed));
    }

    private void post(NoticeKind kind, CaseChanged changed) {
        var file = cases.find(changed.caseId()).orElseThrow();
        var now = tools.clock().instant();
        var notice = new Notice(tools.ids().generate(), file.id(), changed.seq(), kind, now);
        if (!table.add(notice)) {
            return;
        }
        var contents = letters.contents(file, kind, changed.seq(), now);
        Texts.LANGUAGES.forEach(language -> letters.keep(file, notice, language, contents));
        var id = notice.id().toString();
        tools.jobs().scheduleIfNotExists(new TaskInstance<>(NoticeJobs.PRINT, id, id), now);
        cases.noticePosted(file.id(), notice.id(), kind.name());
        events.publishEvent(new NoticePosted(notice.id(), file.id()));
    }
}
