package fairway.support;

import fairway.support.HelpRequest.Course;
import fairway.support.HelpRequest.Kind;
import fairway.support.HelpRequest.State;
import fairway.support.HelpRequest.Written;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Requests for help and what was written in them. */
@Repository
class HelpTable {
    private final JdbcClient db;
    private final Vault vault;
    private final JsonMapper json = new JsonMapper();

    HelpTable(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** A new one; {@code digest} is of the secret in the link to it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Fresh(HelpRequest request, byte @Nullable [] digest, Written written) {}

    /** A message of the person, or of an agent. */
    record Said(boolean staff, String words, Instant at) {}

    void add(Fresh fresh) {
        var request = fresh.request();
        var key = vault.newKey();
        db.sql("""
                insert into support.request
                    (id, number, kind, account, token_digest, vault_key, words, language, state, made_at, due_at)
                values (:id, :number, :kind, :account, :digest, :key, :words, :language, 'OPEN', :made, :due)
                """)
                .param("id", request.id())
                .param("number", request.number())
                .param("kind", request.kind().name())
                .param("account", request.account())
                .param("digest", fresh.digest())
                .param("key", key)
                .param(
                        "words",
                        vault.seal(key, json.writeValueAsBytes(fresh.written()), context("words", request.id())))
                .param("language", request.language().toLanguageTag())
                .param("made", Timestamp.from(request.course().madeAt()))
                .param("due", Timestamp.from(request.course().dueAt()))
                .update();
    }

    Optional<HelpRequest> find(UUID id) {
        return db.sql("select * from support.request where id = :id and erased_at is null")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** The same, locked until the end of the transaction. */
    Optional<HelpRequest> lock(UUID id) {
        return db.sql("select * from support.request where id = :id and erased_at is null for update")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<HelpRequest> byDigest(byte[] digest) {
        return db.sql("select * from support.request where token_digest = :digest and erased_at is null")
                .param("digest", digest)
                .query((row, n) -> read(row))
                .optional();
    }

    boolean any() {
        return db.sql("select exists (select 1 from support.request)")
                .query(Boolean.class)
                .single();
    }

    /** One of {@link #messagesOf}. */
    Optional<HelpRequest> messageOf(UUID account, UUID id) {
        return messagesOf(account).stream()
                .filter(request -> request.id().equals(id))
                .findFirst();
    }

    /** What this account asked while signed in, latest first. */
    List<HelpRequest> messagesOf(UUID account) {
        return db.sql("""
                select * from support.request
                where account = :account and kind = 'MESSAGE' and erased_at is null
                order by made_at desc, id desc
                """)
                .param("account", account)
                .query((row, n) -> read(row))
                .list();
    }

    /** Ways back into this account that somebody asks for now, the latest first. */
    List<HelpRequest> openFor(UUID account) {
        return db.sql("""
                select * from support.request
                where account = :account and kind = 'RECOVERY' and state = 'OPEN' and erased_at is null
                order by made_at desc, id desc
                """)
                .param("account", account)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those that wait for us, the most overdue first. */
    List<HelpRequest> running(int limit) {
        return db.sql("""
                select * from support.request where state in ('OPEN', 'PROPOSED') and erased_at is null
                order by answered_at is not null, due_at, id
                limit :limit
                """).param("limit", limit).query((row, n) -> read(row)).list();
    }

    List<HelpRequest> decided(int limit) {
        return db.sql("""
                select * from support.request where state in ('APPROVED', 'DECLINED', 'CLOSED', 'LAPSED') and erased_at is null
                order by decided_at desc, id desc
                limit :limit
                """).param("limit", limit).query((row, n) -> read(row)).list();
    }

    Written written(UUID id) {
        return db.sql("select vault_key, words from support.request where id = :id and erased_at is null")
                .param("id", id)
                .query((row, n) -> json.readValue(
                        vault.open(row.getObject("vault_key", UUID.class), row.getBytes("words"), context("words", id)),
                        Written.class))
                .single();
    }

    void say(UUID message, UUID request, @Nullable UUID staff, String words, Instant now) {
        db.sql("""
                insert into support.message (id, request, staff, words, at)
                values (:id, :request, :staff, :words, :now)
                """)
                .param("id", message)
                .param("request", request)
                .param("staff", staff)
                .param("words", seal(request, words, context("message", message)))
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Said> said(UUID request) {
        return db.sql("""
                select m.id, m.staff, m.words, m.at, r.vault_key
                from support.message m join support.request r on r.id = m.request
                where m.request = :request and r.erased_at is null
                order by m.at, m.id
                """)
                .param("request", request)
                .query((row, n) -> new Said(
                        row.getObject("staff") != null,
                        new String(
                                vault.open(
                                        row.getObject("vault_key", UUID.class),
                                        row.getBytes("words"),
                                        context("message", row.getObject("id", UUID.class))),
                                StandardCharsets.UTF_8),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    byte[] seal(UUID request, String words, String context) {
        var key = db.sql("select vault_key from support.request where id = :id")
                .param("id", request)
                .query(UUID.class)
                .single();
        return vault.seal(key, words.getBytes(StandardCharsets.UTF_8), context);
    }

    static String context(String what, UUID id) {
        return "support." + what + "/" + id;
    }

    private static HelpRequest read(ResultSet row) throws SQLException {
        return new HelpRequest(
                row.getObject("id", UUID.class),
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getObject("account", UUID.class),
                Locale.forLanguageTag(row.getString("language")),
                new Course(
                        State.valueOf(row.getString("state")),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        instant(row.getTimestamp("answered_at")),
                        row.getTimestamp("opened_at") != null,
                        row.getObject("proposer", UUID.class),
                        row.getObject("recovery", UUID.class),
                        instant(row.getTimestamp("decided_at")),
                        row.getInt("turn")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
