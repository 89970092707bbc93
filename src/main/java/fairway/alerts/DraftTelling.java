package fairway.alerts;

import fairway.drafts.DraftEnded;
import fairway.drafts.DraftEnding;
import fairway.ui.Texts;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reminds people of drafts that will be deleted, and says when one was; which form it is, they read after signing in. */
@Component
class DraftTelling {
    private final Post post;
    private final Texts texts;

    DraftTelling(Post post, Texts texts) {
        this.post = post;
        this.texts = texts;
    }

    /** A draft that was worked on in between is reminded of anew: its last day is another one. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DraftEnding ending) {
        var cause = "draft/" + ending.draft() + "/" + ending.until().getEpochSecond() + "/" + ending.daysLeft();
        post.tell(
                ending.account(),
                AlertKind.REMINDER,
                new Post.News(
                        cause,
                        "alerts.draft_ending",
                        contact -> Map.of(
                                "date",
                                texts.date(contact.language(), LocalDate.ofInstant(ending.until(), contact.zone())))));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DraftEnded ended) {
        post.tell(
                ended.account(),
                AlertKind.REMINDER,
                new Post.News("draft/" + ended.draft() + "/ended", "alerts.draft_ended"));
    }
}
