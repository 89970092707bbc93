package fairway.intake;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Subject;
import fairway.identity.AccountErased;
import fairway.signin.SecurityNews;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the cases of a filing on paper to the account of its person, whole or not at all. */
@Component
class Linking {
    private final PaperFiles files;
    private final Intake.Doors doors;
    private final Intake.Tools tools;
    private final ApplicationEventPublisher events;

    Linking(PaperFiles files, Intake.Doors doors, Intake.Tools tools, ApplicationEventPublisher events) {
        this.files = files;
        this.doors = doors;
        this.tools = tools;
        this.events = events;
    }

    /** False where it is joined already, its code was made anew, or this account cannot own anything. */
    @Transactional
    public boolean link(PaperFile file, UUID account) {
        var accounts = doors.accounts();
        Stream.of(file.account(), account).sorted().forEach(accounts.safety()::lock);
        var open = accounts.find(account)
                .filter(found -> !found.staff() && !found.closed())
                .isPresent();
        if (!open || !files.claim(file, account, tools.clock().instant())) {
            return false;
        }
        var ownership = doors.cases().ownership();
        ownership.move(ownership.ownedBy(file.account()), file.account(), account);
        accounts.joins().join(file.account(), account);
        for (var side : List.of(file.account(), account)) {
            doors.audit().record(Act.of(Actor.person(account), "intake.joined", Subject.of("account", side)));
        }
        var cause = file.id().toString();
        events.publishEvent(new SecurityNews(account, SecurityNews.What.PAPER_JOINED, cause));
        return true;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AccountErased erased) {
        files.forget(erased.account());
    }
}
