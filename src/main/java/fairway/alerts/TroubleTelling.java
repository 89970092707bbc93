package fairway.alerts;

import fairway.delivery.Channel;
import fairway.delivery.DeliveryFailed;
import fairway.documents.DocumentInfected;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells what went wrong on our way to a person: a message that never arrived, a file that could not be kept. */
@Component
class TroubleTelling {
    private final Post post;
    private final InstantSource clock;

    TroubleTelling(Post post, InstantSource clock) {
        this.post = post;
        this.clock = clock;
    }

    /** By the other way, at most once a day, so that two dead ways do not tell of each other for ever. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DeliveryFailed failed) {
        if (failed.account() != null && failed.channel() != Channel.LETTER) {
            var day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
            var cause = "unreached/" + failed.account() + "/" + failed.channel() + "/" + day;
            post.tellElsewhere(failed.account(), failed.channel(), new Post.News(cause, "alerts.unreached"));
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(DocumentInfected infected) {
        if (infected.account() != null) {
            post.tell(
                    infected.account(),
                    AlertKind.EVIDENCE,
                    new Post.News("file/" + infected.document(), "alerts.file"));
        }
    }
}
