package fairway.support;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Subject;
import fairway.signin.SecurityNews;
import fairway.signin.SecurityNews.What;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes what nobody ended and nobody wrote in any more, and says so: to whoever asked and has shown that they read the address
 * they gave, and to the owner of an account that was found for it.
 */
@Component
class Lapsing {
    private final HelpTable table;
    private final HelpMoves moves;
    private final HelpPost post;
    private final HelpAsking.Around around;
    private final ApplicationEventPublisher events;

    Lapsing(
            HelpTable table,
            HelpMoves moves,
            HelpPost post,
            HelpAsking.Around around,
            ApplicationEventPublisher events) {
        this.table = table;
        this.moves = moves;
        this.post = post;
        this.around = around;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lapse() {
        var now = around.now();
        moves.abandon(now.minus(around.sources().settings().keepOpen()), now).forEach(this::tell);
    }

    private void tell(UUID id) {
        around.audit().record(Act.of(Actor.system(), "support.help.lapsed", new Subject("help", id.toString())));
        var request = table.find(id).orElseThrow();
        var account = request.account();
        if (request.kind() == HelpRequest.Kind.MESSAGE || request.course().opened()) {
            post.lapsed(request, table.written(id));
        }
        if (request.kind() == HelpRequest.Kind.RECOVERY && account != null) {
            events.publishEvent(new SecurityNews(account, What.HELP_LAPSED, id + "/" + account));
        }
    }
}
