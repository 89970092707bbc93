package fairway.documents;

import fairway.vault.Vault;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** What lies on disk without a document: noted before the first byte is written, so that no crash leaves a file nobody knows. */
@Repository("documentsLitter")
class Litter {
    private static final Logger LOG = LoggerFactory.getLogger(Litter.class);
    private static final int BATCH = 200;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Blobs blobs;
    private final InstantSource clock;

    Litter(JdbcClient db, TransactionTemplate transaction, Vault vault, Blobs blobs, InstantSource clock) {
        this.db = db;
        this.transaction = transaction;
        this.vault = vault;
        this.blobs = blobs;
        this.clock = clock;
    }

    /** One file and the key it is sealed under. */
    record Piece(UUID id, UUID key) {}

    void arriving(Piece piece) {
        note(piece, clock.instant());
    }

    void deleted(Piece piece) {
        note(piece, Instant.EPOCH);
    }

    void claimed(UUID id) {
        db.sql("delete from documents.litter where id = :id").param("id", id).update();
    }

    /** Removes what was deleted, and uploads that began longer ago than any may take. */
    void sweep(Duration longest) {
        var pieces = old(clock.instant().minus(longest));
        while (!pieces.isEmpty()) {
            pieces.forEach(this::remove);
            pieces = pieces.size() < BATCH
                    ? java.util.List.of()
                    : old(clock.instant().minus(longest));
        }
    }

    void remove(Piece piece) {
        try {
            blobs.remove(piece.id());
            transaction.executeWithoutResult(status -> {
                vault.destroy(piece.key());
                claimed(piece.id());
            });
        } catch (IOException e) {
            LOG.warn("file {} stays for the next sweep: {}", piece.id(), e.toString());
        }
    }

    private java.util.List<Piece> old(Instant before) {
        return db.sql("select id, vault_key from documents.litter where since <= :before order by since limit :batch")
                .param("before", Timestamp.from(before))
                .param("batch", BATCH)
                .query((row, n) -> new Piece(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
                .list();
    }

    private void note(Piece piece, Instant since) {
        db.sql("insert into documents.litter (id, vault_key, since) values (:id, :key, :since)")
                .param("id", piece.id())
                .param("key", piece.key())
                .param("since", Timestamp.from(since))
                .update();
    }
}
