package fairway.documents;

import fairway.documents.Structure.Objection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages of files drawn anew as pictures, the first time somebody looks, and kept sealed like the files themselves. */
@Repository("documentsViews")
class Views {
    private final JdbcClient db;
    private final Arrivals arrivals;
    private final Contents contents;
    private final Litter litter;
    private final Drawing drawing;

    Views(JdbcClient db, Arrivals arrivals, Contents contents, Litter litter, Drawing drawing) {
        this.db = db;
        this.arrivals = arrivals;
        this.contents = contents;
        this.litter = litter;
        this.drawing = drawing;
    }

    /** Who draws, and how it is written down. */
    @org.springframework.stereotype.Component("documentsDrawing")
    record Drawing(Sandbox sandbox, TransactionTemplate transaction, InstantSource clock) {}

    /** One kept page and where it is. */
    record View(int page, int pages, int width, int height, Litter.Piece piece) {}

    /** The page, counted from 1; an objection when it cannot be drawn. */
    View page(DocumentRows.Row row, int page) throws Objection {
        var kept = find(row.document().id(), page);
        return kept.isPresent() ? kept.get() : draw(row, page);
    }

    InputStream open(View view) throws IOException {
        return contents.open(view.piece());
    }

    /** In the transaction that lets go of the document. */
    void forget(UUID document) {
        db.sql("delete from documents.view where document = :document returning id, vault_key")
                .param("document", document)
                .query((row, n) -> new Litter.Piece(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list()
                .forEach(litter::deleted);
    }

    private View draw(DocumentRows.Row row, int page) throws Objection {
        var document = row.document();
        var type = FileType.byMime(document.type()).orElseThrow(() -> new Objection(Refusal.UNREADABLE));
        try {
            var picture = drawing.sandbox().show(() -> contents.open(row), document.size(), type, page);
            keep(document.id(), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(document.id(), page).orElseThrow();
    }

    /** Two officers may draw the same page at once: the first stays. */
    private void keep(UUID document, Picture picture) throws IOException {
        var piece = arrivals.begin();
        var kept = false;
        try {
            contents.write(piece, picture.jpeg());
            kept = drawing.transaction().execute(status -> add(document, picture, piece));
        } finally {
            if (!kept) {
                arrivals.abandon(piece);
            }
        }
    }

    private boolean add(UUID document, Picture picture, Litter.Piece piece) {
        int added = db.sql("""
                insert into documents.view (id, document, page, pages, width, height, vault_key, made_at)
                values (:id, :document, :page, :pages, :width, :height, :key, :now)
                on conflict (document, page) do nothing
                """)
                .param("id", piece.id())
                .param("document", document)
                .param("page", picture.page())
                .param("pages", picture.pages())
                .param("width", picture.width())
                .param("height", picture.height())
                .param("key", piece.key())
                .param("now", Timestamp.from(drawing.clock().instant()))
                .update();
        if (added == 1) {
            litter.claimed(piece.id());
        }
        return added == 1;
    }

    private Optional<View> find(UUID document, int page) {
        return db.sql("""
                select id, vault_key, page, pages, width, height from documents.view
                where document = :document and page = :page
                """)
                .param("document", document)
                .param("page", page)
                .query(Views::view)
                .optional();
    }

    private static View view(ResultSet row, int n) throws SQLException {
        var piece = new Litter.Piece(row.getObject("id", UUID.class), row.getObject("vault_key", UUID.class));
        return new View(row.getInt("page"), row.getInt("pages"), row.getInt("width"), row.getInt("height"), piece);
    }
}
