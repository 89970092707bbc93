package fairway.merging;

import fairway.merging.Merge.State;
import fairway.signin.Token;
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

/** Joinings, what moved with each, and the links that take one back. Of many acts at once on one exactly one counts. */
@Repository
class MergeTable {
    private static final String SELECT = "select * from merging.merge ";

    private final JdbcClient db;
    private final Vault vault;

    MergeTable(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    void add(Merge merge, byte[] mark) {
        db.sql("""
                insert into merging.merge (id, kept, state, nonce, mac_key, code_mark, asked_at, code_until)
                values (:id, :kept, 'ASKED', :nonce, :key, :mark, :asked, :until)
                """)
                .param("id", merge.id())
                .param("kept", merge.kept())
                .param("nonce", merge.secret().nonce())
                .param("key", merge.secret().macKey())
                .param("mark", mark)
                .param("asked", Timestamp.from(merge.course().askedAt()))
                .param("until", Timestamp.from(merge.course().codeUntil()))
                .update();
    }

    Optional<Merge> find(UUID id) {
        return db.sql(SELECT + "where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The one whose code waits to be entered. */
    Optional<Merge> asked(byte[] mark, Instant now) {
        return db.sql(SELECT + "where code_mark = :mark and state = 'ASKED' and code_until > :now")
                .param("mark", mark)
                .param("now", Timestamp.from(now))
                .query((row, n) -> read(row))
                .optional();
    }

    /** What is under way with this account on either side, the latest first. */
    List<Merge> openOf(UUID account) {
        return db.sql(SELECT + """
                where (kept = :account or gone = :account) and state in ('ASKED', 'ENTERED', 'PROVEN')
                order by asked_at desc, id desc
                """)
                .param("account", account)
                .query((row, n) -> read(row))
                .list();
    }

    /** Everything that ever came about with this account, the latest first. */
    List<Merge> of(UUID account) {
        return db.sql(SELECT + """
                where (kept = :account or gone = :account) and proven_at is not null
                order by asked_at desc, id desc
                """)
                .param("account", account)
                .query((row, n) -> read(row))
                .list();
    }

    List<Merge> in(State state, int limit) {
        return db.sql(SELECT + "where state = :state order by proven_at desc, id desc limit :limit")
                .param("state", state.name())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    boolean joinedInto(UUID account) {
        return db.sql("select exists (select 1 from merging.merge where kept = :account and state = 'JOINED')")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    boolean enter(UUID id, UUID gone, Instant now) {
        return db.sql("""
                update merging.merge set state = 'ENTERED', gone = :gone
                where id = :id and state = 'ASKED' and code_until > :now and kept <> :gone
                """)
                        .param("id", id)
                        .param("gone", gone)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean prove(UUID id, UUID gone, Instant now) {
        return db.sql("""
                update merging.merge set state = 'PROVEN', proven_at = :now
                where id = :id and gone = :gone and state = 'ENTERED' and code_until > :now
                """)
                        .param("id", id)
                        .param("gone", gone)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean join(UUID id, UUID by, Instant now) {
        return db.sql("""
                update merging.merge set state = 'JOINED', decided_by = :by, joined_at = :now
                where id = :id and state = 'PROVEN'
                """)
                        .param("id", id)
                        .param("by", by)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    boolean end(Merge merge, State as, @Nullable UUID by, Instant now) {
        return db.sql("""
                update merging.merge set state = :state, decided_by = coalesce(:by, decided_by), ended_at = :now
                where id = :id and state = :was
                """)
                        .param("state", as.name())
                        .param("by", by, java.sql.Types.OTHER)
                        .param("now", Timestamp.from(now))
                        .param("id", merge.id())
                        .param("was", merge.state().name())
                        .update()
                == 1;
    }

    void because(UUID id, String reason) {
        db.sql("update merging.merge set reason = :reason where id = :id")
                .param("reason", vault.sealGlobal(reason.getBytes(StandardCharsets.UTF_8), context(id)))
                .param("id", id)
                .update();
    }

    /** Codes that nobody used in time. */
    int lapse(Instant now) {
        return db.sql("""
                update merging.merge set state = 'LAPSED', ended_at = :now
                where state in ('ASKED', 'ENTERED') and code_until <= :now
                """).param("now", Timestamp.from(now)).update();
    }

    void moved(UUID merge, String kind, List<UUID> rows, Instant now) {
        for (var row : rows) {
            db.sql("""
                    insert into merging.moved (merge, kind, row_id, moved_at) values (:merge, :kind, :row, :now)
                    on conflict do nothing
                    """)
                    .param("merge", merge)
                    .param("kind", kind)
                    .param("row", row)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    List<UUID> moved(UUID merge, String kind) {
        return db.sql("select row_id from merging.moved where merge = :merge and kind = :kind order by row_id")
                .param("merge", merge)
                .param("kind", kind)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    /** A link in a message to the account that went; {@code from} is the address it goes to. */
    record UndoLink(Merge merge, Word.From from) {}

    void undoneBy(Token link, UUID merge, Word.From from) {
        db.sql("insert into merging.undo_link (digest, merge, mailbox) values (:digest, :merge, :mailbox)")
                .param("digest", link.digest())
                .param("merge", merge)
                .param("mailbox", from == Word.From.MAILBOX)
                .update();
    }

    Optional<UndoLink> undoneBy(Token link) {
        return db.sql("""
                select merge.*, undo_link.mailbox from merging.merge join merging.undo_link on undo_link.merge = merge.id
                where undo_link.digest = :digest
                """)
                .param("digest", link.digest())
                .query((row, n) ->
                        new UndoLink(read(row), row.getBoolean("mailbox") ? Word.From.MAILBOX : Word.From.RECOVERY))
                .optional();
    }

    private Merge read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var reason = row.getBytes("reason");
        return new Merge(
                id,
                row.getObject("kept", UUID.class),
                row.getObject("gone", UUID.class),
                State.valueOf(row.getString("state")),
                new Merge.Secret(row.getBytes("nonce"), row.getInt("mac_key")),
                new Merge.Course(
                        row.getTimestamp("asked_at").toInstant(),
                        row.getTimestamp("code_until").toInstant(),
                        instant(row.getTimestamp("proven_at")),
                        instant(row.getTimestamp("joined_at")),
                        instant(row.getTimestamp("ended_at")),
                        reason == null
                                ? ""
                                : new String(vault.openGlobal(reason, context(id)), StandardCharsets.UTF_8)));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static String context(UUID id) {
        return "merging.merge/" + id + "/reason";
    }
}
