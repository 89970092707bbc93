package fairway.documents;

import fairway.audit.Act;
import fairway.audit.Actor;
import fairway.audit.Audit;
import fairway.audit.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens to files after they came: order, names, deletion; always in a transaction of the door. */
@Component("documentsKeeping")
class Keeping {
    private final DocumentRows rows;
    private final Arrivals arrivals;
    private final Litter litter;
    private final Shelf shelf;

    Keeping(DocumentRows rows, Arrivals arrivals, Litter litter, Shelf shelf) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.litter = litter;
        this.shelf = shelf;
    }

    /** What else keeping needs. */
    @Component("documentsShelf")
    record Shelf(Contents contents, Views views, Audit audit, Scanner scanner, InstantSource clock) {}

    /** A button and what was typed beside it. */
    record Wish(String act, String value) {}

    boolean scanning() {
        return shelf.scanner().elsewhere();
    }

    UUID store(Holder holder, String slot, String name, String type, byte[] content) {
        var piece = arrivals.begin();
        try {
            shelf.contents().write(piece, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var hash = HexFormat.of().formatHex(Intake.sha256().digest(content));
        var document = new Document(
                piece.id(),
                holder,
                slot,
                name,
                type,
                content.length,
                hash,
                Verdict.CLEAN,
                shelf.clock().instant(),
                false,
                Part.FILE,
                null);
        arrivals.claim(document, piece, null);
        record(Actor.system(), "document.made", document);
        return document.id();
    }

    boolean change(Holder holder, UUID id, Wish wish, Actor by) {
        rows.lock(holder);
        var found = rows.find(holder, id);
        if (found.isEmpty() || rows.frozen(holder)) {
            return false;
        }
        var document = found.get().document();
        switch (wish.act()) {
            case "up" -> move(document, -1);
            case "down" -> move(document, 1);
            case "rename" -> rename(document, wish.value());
            case "foreign" -> rows.foreign(id, wish.value().equals("yes"));
            case "delete" -> delete(holder, id, by);
            default -> {
                return false;
            }
        }
        return true;
    }

    void erase(Holder holder) {
        rows.lock(holder);
        rows.freeze(holder);
        var all = rows.of(holder);
        all.stream().filter(row -> row.document().part() != Part.FILE).forEach(this::remove);
        all.stream().filter(row -> row.document().part() == Part.FILE).forEach(this::remove);
    }

    static List<Lacking> lacking(List<Document> documents) {
        return documents.stream()
                .filter(document -> document.part() == Part.FILE && document.foreign())
                .map(document -> new Lacking(
                        document,
                        !has(documents, document, Part.TRANSLATION),
                        !has(documents, document, Part.CERTIFICATE)))
                .filter(lacking -> lacking.translation() || lacking.certificate())
                .toList();
    }

    private static boolean has(List<Document> documents, Document main, Part part) {
        return documents.stream()
                .anyMatch(other -> other.part() == part && main.id().equals(other.translationOf()));
    }

    private void rename(Document document, String typed) {
        FileType.byMime(document.type())
                .filter(type -> !typed.isBlank())
                .ifPresent(type -> rows.rename(document.id(), FileNames.renamed(typed, type)));
    }

    private void move(Document document, int by) {
        var ids = new java.util.ArrayList<>(rows.of(document.holder()).stream()
                .map(DocumentRows.Row::document)
                .filter(other -> other.slot().equals(document.slot()) && other.part() == document.part())
                .map(Document::id)
                .toList());
        int from = ids.indexOf(document.id());
        int to = from + by;
        if (to >= 0 && to < ids.size()) {
            Collections.swap(ids, from, to);
            for (int i = 0; i < ids.size(); i++) {
                rows.place(ids.get(i), i + 1);
            }
        }
    }

    private void delete(Holder holder, UUID id, Actor by) {
        rows.of(holder).stream()
                .filter(row -> id.equals(row.document().translationOf()))
                .forEach(row -> remove(row, by));
        rows.find(holder, id).ifPresent(row -> remove(row, by));
    }

    private void remove(DocumentRows.Row row) {
        remove(row, Actor.system());
    }

    private void remove(DocumentRows.Row row, Actor by) {
        shelf.views().forget(row.document().id());
        rows.delete(row.document().id());
        litter.deleted(new Litter.Piece(row.document().id(), row.key()));
        record(by, "document.deleted", row.document());
    }

    private void record(Actor by, String what, Document document) {
        shelf.audit()
                .record(new Act(
                        by,
                        what,
                        Subject.of("document", document.id()),
                        Map.of(
                                document.holder().kind(),
                                document.holder().id().toString(),
                                "sha256",
                                document.sha256())));
    }
}
