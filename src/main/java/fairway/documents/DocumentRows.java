package fairway.documents;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every look-up names the holder, so an id alone opens nothing. */
@Repository("documentsDocumentRows")
class DocumentRows {
    private static final String COLUMNS = """
            select id, holder_kind, holder, slot, name, type, size, sha256, verdict, received_at, not_in_english, part,
                   translation_of, vault_key
            from documents.document
            """;

    private final JdbcClient db;
    private final Vault vault;

    DocumentRows(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** A document with the key its content is sealed under. */
    record Row(Document document, UUID key) {}

    /** Acts on one holder wait for each other until the end of the transaction. */
    void lock(Holder holder) {
        db.sql("select pg_advisory_xact_lock(hashtextextended(:holder, 5))")
                .param("holder", holder.kind() + "/" + holder.id())
                .query((row, n) -> 0)
                .single();
    }

    boolean frozen(Holder holder) {
        return db.sql("select exists (select from documents.frozen_holder where kind = :kind and id = :holder)")
                .param("kind", holder.kind())
                .param("holder", holder.id())
                .query(Boolean.class)
                .single();
    }

    void freeze(Holder holder) {
        db.sql("insert into documents.frozen_holder (kind, id) values (:kind, :holder) on conflict do nothing")
                .param("kind", holder.kind())
                .param("holder", holder.id())
                .update();
    }

    long count(Holder holder) {
        return db.sql("select count(*) from documents.document where holder_kind = :kind and holder = :holder")
                .param("kind", holder.kind())
                .param("holder", holder.id())
                .query(Long.class)
                .single();
    }

    void insert(Document document, UUID key, @Nullable UUID sentBy) {
        db.sql("""
                insert into documents.document (id, holder_kind, holder, slot, position, name, type, size, sha256,
                    vault_key, verdict, received_at, not_in_english, part, translation_of, sent_by)
                select :id, :kind, :holder, :slot, coalesce(max(position), 0) + 1, :name, :type, :size, :sha256,
                    :key, :verdict, :received, :foreign, :part, :of, :sent_by
                from documents.document where holder_kind = :kind and holder = :holder and slot = :slot
                """)
                .param("id", document.id())
                .param("kind", document.holder().kind())
                .param("holder", document.holder().id())
                .param("slot", document.slot())
                .param("name", sealed(document.id(), document.name()))
                .param("type", document.type())
                .param("size", document.size())
                .param("sha256", document.sha256())
                .param("key", key)
                .param("verdict", document.verdict().name())
                .param("received", Timestamp.from(document.receivedAt()))
                .param("foreign", document.foreign())
                .param("part", document.part().name())
                .param("of", document.translationOf())
                .param("sent_by", sentBy)
                .update();
    }

    List<Row> of(Holder holder) {
        return db.sql(COLUMNS + "where holder_kind = :kind and holder = :holder order by slot, position, id")
                .param("kind", holder.kind())
                .param("holder", holder.id())
                .query(this::row)
                .list();
    }

    Optional<Row> find(Holder holder, UUID id) {
        return db.sql(COLUMNS + "where id = :id and holder_kind = :kind and holder = :holder")
                .param("id", id)
                .param("kind", holder.kind())
                .param("holder", holder.id())
                .query(this::row)
                .optional();
    }

    /** Only the scanner asks without a holder. */
    Optional<Row> toScan(UUID id) {
        return db.sql(COLUMNS + "where id = :id and verdict in ('PENDING', 'NOT_SCANNED')")
                .param("id", id)
                .query(this::row)
                .optional();
    }

    /** Files that came while no scanner was there, oldest first. */
    List<UUID> notScanned(int limit) {
        return db.sql("select id from documents.document where verdict = 'NOT_SCANNED' order by id limit :limit")
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    Optional<UUID> sender(UUID id) {
        return db.sql("select sent_by from documents.document where id = :id and sent_by is not null")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    boolean verdict(UUID id, Verdict verdict, String by, Instant at) {
        return db.sql("""
                update documents.document set verdict = :verdict, scanned_by = :by, scanned_at = :at
                where id = :id and verdict in ('PENDING', 'NOT_SCANNED')
                """)
                        .param("verdict", verdict.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    void rename(UUID id, String name) {
        db.sql("update documents.document set name = :name where id = :id")
                .param("name", sealed(id, name))
                .param("id", id)
                .update();
    }

    void foreign(UUID id, boolean foreign) {
        db.sql("update documents.document set not_in_english = :foreign where id = :id")
                .param("foreign", foreign)
                .param("id", id)
                .update();
    }

    void place(UUID id, int position) {
        db.sql("update documents.document set position = :position where id = :id")
                .param("position", position)
                .param("id", id)
                .update();
    }

    void rehome(Holder from, Holder to) {
        db.sql("""
                update documents.document set holder_kind = :kind, holder = :holder
                where holder_kind = :from_kind and holder = :from
                """)
                .param("kind", to.kind())
                .param("holder", to.id())
                .param("from_kind", from.kind())
                .param("from", from.id())
                .update();
    }

    void delete(UUID id) {
        db.sql("delete from documents.document where id = :id").param("id", id).update();
    }

    private Row row(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var document = new Document(
                id,
                new Holder(row.getString("holder_kind"), row.getObject("holder", UUID.class)),
                row.getString("slot"),
                new String(vault.openGlobal(row.getBytes("name"), context(id)), StandardCharsets.UTF_8),
                row.getString("type"),
                row.getLong("size"),
                row.getString("sha256"),
                Verdict.valueOf(row.getString("verdict")),
                row.getTimestamp("received_at").toInstant(),
                row.getBoolean("not_in_english"),
                Part.valueOf(row.getString("part")),
                nullable(row.getObject("translation_of", UUID.class)));
        return new Row(document, row.getObject("vault_key", UUID.class));
    }

    private static @Nullable UUID nullable(@Nullable UUID id) {
        return id;
    }

    private byte[] sealed(UUID id, String name) {
        return vault.sealGlobal(name.getBytes(StandardCharsets.UTF_8), context(id));
    }

    private static String context(UUID id) {
        return "documents.document/" + id + "/name";
    }
}
