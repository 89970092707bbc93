package fairway.intake;

import com.fasterxml.uuid.NoArgGenerator;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.calendar.LegalCalendar;
import fairway.cases.Cases;
import fairway.cases.PaperFiling;
import fairway.cases.ReceiptNumber;
import fairway.forms.Forms;
import fairway.identity.Accounts;
import fairway.intake.PaperFiles.Keyed;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Filings that came on paper become cases like all others, each with an account that its person can join. */
@Service
public class Intake {
    private final PaperFiles files;
    private final AccessLetters letters;
    private final Doors doors;
    private final Forms forms;
    private final Tools tools;

    Intake(PaperFiles files, AccessLetters letters, Doors doors, Forms forms, Tools tools) {
        this.files = files;
        this.letters = letters;
        this.doors = doors;
        this.forms = forms;
        this.tools = tools;
    }

    @Component("intakeDoors")
    record Doors(Accounts accounts, Cases cases, Audit audit, LegalCalendar calendar) {}

    @Component("intakeTools")
    record Tools(NoArgGenerator ids, InstantSource clock, SchedulerClient jobs, TransactionTemplate transactions) {}

    /** Opens account and case and posts the Account Access Notice; nobody but its reader ever sees the code in it. */
    public ReceiptNumber open(UUID officer, PaperForm paper) {
        var fresh = letters.fresh(paper.person().born());
        return tools.transactions().execute(state -> open(officer, paper, fresh));
    }

    private ReceiptNumber open(UUID officer, PaperForm paper, AccessLetters.Fresh fresh) {
        var id = tools.ids().generate();
        var account = doors.accounts()
                .find(doors.accounts().joins().open(paper.person()))
                .orElseThrow();
        var edition = forms.current(paper.form(), doors.calendar().today()).orElseThrow();
        var opened = doors.cases()
                .ownership()
                .open(new PaperFiling(
                        account.id(),
                        paper.form(),
                        edition.header().edition().toString(),
                        paper.person().name().whole()));
        var file = new PaperFile(id, account.id(), account.number(), opened.id(), opened.receipt(), fresh.lock(), null);
        files.add(
                file,
                new Keyed(
                        paper.person().born(),
                        paper.aNumber(),
                        account.key(),
                        officer,
                        tools.clock().instant()));
        doors.audit().record(Act.of(Actor.staff(officer), "intake.opened", Subject.of("account", account.id())));
        doors.audit().record(Act.of(Actor.staff(officer), "intake.opened", Subject.of("case", opened.id())));
        letters.post(file, fresh, id);
        return opened.receipt();
    }
}
