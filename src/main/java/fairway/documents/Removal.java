package fairway.documents;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes the content of a harmful file away for ever; its row stays and says why. */
@Component("documentsRemoval")
class Removal {
    private final DocumentRows rows;
    private final Views views;
    private final Litter litter;
    private final ApplicationEventPublisher events;

    Removal(DocumentRows rows, Views views, Litter litter, ApplicationEventPublisher events) {
        this.rows = rows;
        this.views = views;
        this.litter = litter;
        this.events = events;
    }

    /** In the transaction of the finding, so that no crash leaves the content; whoever sent it is told. */
    boolean note(DocumentRows.Row row) {
        var document = row.document();
        views.forget(document.id());
        litter.deleted(piece(row));
        events.publishEvent(new DocumentInfected(
                document.id(), document.holder(), rows.sender(document.id()).orElse(null)));
        return true;
    }

    /** After that transaction: at once, not with the next sweep. */
    void finish(DocumentRows.Row row) {
        litter.remove(piece(row));
    }

    private static Litter.Piece piece(DocumentRows.Row row) {
        return new Litter.Piece(row.document().id(), row.key());
    }
}
