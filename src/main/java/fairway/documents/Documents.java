package fairway.documents;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import fairway.documents.Opening.AskFirst;
import fairway.documents.Opening.Content;
import fairway.documents.Opening.Withheld;
import fairway.documents.Reader.Audience;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files that belong to a draft, a filing or an answer. Callers name the holder and have proven that it is theirs; a document
 * of another holder does not exist for them.
 */
@Service
public class Documents {
    private final DocumentRows rows;
    private final Receiving receiving;
    private final Keeping keeping;
    private final Reading reading;

    Documents(DocumentRows rows, Receiving receiving, Keeping keeping, Reading reading) {
        this.rows = rows;
        this.receiving = receiving;
        this.keeping = keeping;
        this.reading = reading;
    }

    /** Opens what was kept, and says so. */
    @Component("documentsReading")
    record Reading(Contents contents, Views views, Audit audit) {}

    /**
     * Takes the files of a form made by {@code documents/slot.jte} while they arrive. Not to be called in a transaction: what
     * it answers as stored is committed.
     */
    public List<UploadResult> receive(HttpServletRequest request, Holder holder, String slot, Actor by) {
        return receiving.form(request, holder, slot, by);
    }

    /** Takes one file; not to be called in a transaction. */
    public UploadResult receive(Upload upload) {
        return receiving.one(upload);
    }

    /** Keeps a file that we made ourselves, in the caller's transaction; the name is taken as it is. */
    @Transactional
    public UUID store(Holder holder, String slot, String name, String type, byte[] content) {
        return keeping.store(holder, slot, name, type, content);
    }

    /** All files of a holder, in the order of its owner. */
    public List<Document> of(Holder holder) {
        return rows.of(holder).stream().map(DocumentRows.Row::document).toList();
    }

    public Optional<Document> find(Holder holder, UUID id) {
        return rows.find(holder, id).map(DocumentRows.Row::document);
    }

    /** Documents not wholly in English that still need a translation or its certificate. */
    public List<Lacking> lacking(Holder holder) {
        return Keeping.lacking(of(holder));
    }

    /** What the buttons of {@code documents/slot.jte} ask for; false when there is no such file or it may not change any more. */
    @Transactional
    public boolean change(Holder holder, UUID id, String act, String value, Actor by) {
        return keeping.change(holder, id, new Keeping.Wish(act, value), by);
    }

    @Transactional
    public boolean delete(Holder holder, UUID id, Actor by) {
        return change(holder, id, "delete", "", by);
    }

    /** Gives every file to another holder and closes the first: what arrives late is refused. */
    @Transactional
    public void rehome(Holder from, Holder to) {
        rows.lock(from);
        rows.freeze(from);
        rows.rehome(from, to);
    }

    /** From now on nothing comes, goes or changes. */
    @Transactional
    public void freeze(Holder holder) {
        rows.lock(holder);
        rows.freeze(holder);
    }

    /** Deletes every file of a holder for ever and closes it. */
    @Transactional
    public void erase(Holder holder) {
        keeping.erase(holder);
    }

    /** Opens a file for one reader by its verdict; each opening is recorded. */
    public Opening open(Holder holder, UUID id, Reader reader) {
        var row = rows.find(holder, id).orElseThrow(fairway.ui.NotFound::new);
        var document = row.document();
        return switch (document.verdict()) {
            case CLEAN -> content(row, reader);
            case NOT_SCANNED ->
                reader.audience() == Audience.PERSON || reader.warned() ? content(row, reader) : new AskFirst(document);
            case PENDING -> reader.audience() == Audience.PERSON ? content(row, reader) : new Withheld(document);
            case INFECTED, UNREADABLE -> new Withheld(document);
        };
    }

    /** Sends a file as a download that no browser shows or runs in our name. */
    public void send(Content content, HttpServletResponse response) throws IOException {
        var document = content.document();
        try (var stream = content.stream()) {
            response.setContentType(document.type());
            response.setContentLengthLong(document.size());
            response.setHeader("Content-Disposition", FileNames.disposition(document.name()));
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
            response.setHeader("Cache-Control", "private, no-store");
            stream.transferTo(response.getOutputStream());
        }
    }

    /**
     * One page, counted from 1, as a picture that we draw ourselves: nothing of the file is opened on the reader's computer.
     * Each look is recorded. Not to be called in a transaction.
     */
    public Viewing view(Holder holder, UUID id, int page, Actor officer) {
        var row = rows.find(holder, id).orElseThrow(fairway.ui.NotFound::new);
        return drawn(row, page)
                .<Viewing>map(view -> {
                    record(officer, "document.viewed", row.document());
                    return new Viewing.Page(row.document(), view.page(), view.pages(), view.width(), view.height());
                })
                .orElseGet(() -> new Viewing.NoView(row.document()));
    }

    /** Sends the picture that {@link #view} told of. */
    public void sendPage(Holder holder, UUID id, int page, HttpServletResponse response) throws IOException {
        var view = rows.find(holder, id).flatMap(row -> drawn(row, page)).orElseThrow(fairway.ui.NotFound::new);
        response.setContentType("image/jpeg");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "private, no-store");
        try (var picture = reading.views().open(view)) {
            picture.transferTo(response.getOutputStream());
        }
    }

    private Optional<Views.View> drawn(DocumentRows.Row row, int page) {
        return switch (row.document().verdict()) {
            case CLEAN, NOT_SCANNED -> {
                try {
                    yield Optional.of(reading.views().page(row, page));
                } catch (Structure.Objection cannotBeDrawn) {
                    yield Optional.empty();
                }
            }
            case PENDING, INFECTED, UNREADABLE -> Optional.empty();
        };
    }

    /** Whether files are scanned for malware here; a production installation needs it, or the operator's word that it does without. */
    public boolean scanning() {
        return keeping.scanning();
    }

    private Content content(DocumentRows.Row row, Reader reader) {
        var document = row.document();
        var what = document.verdict() == Verdict.NOT_SCANNED && reader.audience() == Audience.OFFICER
                ? "document.opened-unscanned"
                : "document.opened";
        record(reader.actor(), what, document);
        try {
            return new Content(document, reading.contents().open(row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Actor actor, String what, Document document) {
        reading.audit()
                .record(new Act(
                        actor,
                        what,
                        Subject.of("document", document.id()),
                        Map.of(document.holder().kind(), document.holder().id().toString())));
    }
}
