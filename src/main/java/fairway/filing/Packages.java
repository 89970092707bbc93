package fairway.filing;

import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Signed packages; their words are sealed under a key of their own. */
@Repository
class Packages {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String COLUMNS = """
            select id, draft_id, account, form, edition, language, key, state, sha256, canonical, signature, fees,
                accepted_warnings, left_out, remarks, signed_at
            from filing.package
            """;
    private final JdbcClient db;
    private final Vault vault;

    Packages(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    void add(Pack pack, long draftRev, String idempotencyKey) {
        var content = pack.content();
        db.sql("""
                insert into filing.package
                    (id, draft_id, account, form, edition, language, key, state, draft_rev, idempotency_key, sha256,
                     canonical, signature, fees, accepted_warnings, left_out, remarks, signed_at)
                values (:id, :draft, :account, :form, :edition, :language, :key, 'SIGNED', :rev, :once, :sha256,
                     :canonical, :signature, :fees, :accepted, :leftOut, :remarks, :at)
                """)
                .param("id", pack.id())
                .param("draft", pack.draft())
                .param("account", pack.account())
                .param("form", content.form())
                .param("edition", content.edition())
                .param("language", content.language().getLanguage())
                .param("key", content.key())
                .param("rev", draftRev)
                .param("once", idempotencyKey)
                .param("sha256", HexFormat.of().parseHex(content.sha256()))
                .param("canonical", seal(pack, "canonical", content.canonical()))
                .param("signature", seal(pack, "signature", JSON.writeValueAsString(content.signature())))
                .param("fees", pack.owed().fees().toArray(String[]::new))
                .param("accepted", pack.owed().accepted().toArray(String[]::new))
                .param("leftOut", pack.owed().leftOut().toArray(String[]::new))
                .param("remarks", remarks(pack))
                .param("at", Timestamp.from(pack.signedAt()))
                .update();
    }

    /** The package of a draft that stands, signed or received. */
    Optional<Pack> standing(UUID draft) {
        return db.sql(COLUMNS + "where draft_id = :draft and state <> 'TAKEN_BACK'")
                .param("draft", draft)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Pack> find(UUID id) {
        return db.sql(COLUMNS + "where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The package, locked until the end of the transaction. */
    Optional<Pack> lock(UUID id) {
        return db.sql(COLUMNS + "where id = :id for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    void state(UUID id, Pack.State state) {
        db.sql("update filing.package set state = :state where id = :id")
                .param("id", id)
                .param("state", state.name())
                .update();
    }

    private byte @Nullable [] remarks(Pack pack) {
        var remarks = pack.owed().remarks();
        return remarks.isEmpty() ? null : seal(pack, "remarks", JSON.writeValueAsString(remarks));
    }

    private List<Pack.Remark> remarks(UUID id, UUID key, byte @Nullable [] sealed) {
        return sealed == null
                ? List.of()
                : JSON.readValue(open(key, sealed, context(id, "remarks")), new TypeReference<>() {});
    }

    private byte[] seal(Pack pack, String column, String words) {
        return vault.seal(pack.content().key(), words.getBytes(StandardCharsets.UTF_8), context(pack.id(), column));
    }

    private Pack read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var key = row.getObject("key", UUID.class);
        var content = new Pack.Content(
                row.getString("form"),
                row.getObject("edition", LocalDate.class),
                Locale.of(row.getString("language")),
                key,
                open(key, row.getBytes("canonical"), context(id, "canonical")),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                JSON.readValue(open(key, row.getBytes("signature"), context(id, "signature")), Pack.Signature.class));
        return new Pack(
                id,
                row.getObject("draft_id", UUID.class),
                row.getObject("account", UUID.class),
                content,
                new Pack.Owed(
                        list(row.getArray("fees")),
                        list(row.getArray("accepted_warnings")),
                        list(row.getArray("left_out")),
                        remarks(id, key, row.getBytes("remarks"))),
                Pack.State.valueOf(row.getString("state")),
                row.getTimestamp("signed_at").toInstant());
    }

    private String open(UUID key, byte[] sealed, String context) {
        return new String(vault.open(key, sealed, context), StandardCharsets.UTF_8);
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static String context(UUID id, String column) {
        return "filing.package/" + id + "/" + column;
    }
}
