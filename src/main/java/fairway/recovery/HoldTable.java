package fairway.recovery;

import fairway.identity.EmailAddress;
import fairway.recovery.Contest.Told;
import fairway.signin.Token;
import fairway.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns that wait, with the links by which they are seen, stopped and finished. */
@Repository
class HoldTable {
    private static final String SELECT = """
            select id, account, kind, via, backed, address, language, began_at, due_at, sent_at, ended_at, state
            from recovery.hold
            """;

    private final JdbcClient db;
    private final Vault vault;
    private final InstantSource clock;

    HoldTable(JdbcClient db, Vault vault, InstantSource clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    void add(Hold hold, String basis, Token view) {
        var address = hold.address().value().getBytes(StandardCharsets.UTF_8);
        var via = hold.origin().via();
        db.sql("""
                insert into recovery.hold
                    (id, account, kind, via, backed, address, language, basis, state, view_digest, began_at, due_at)
                values (:id, :account, :kind, :via, :backed, :address, :language, :basis, 'HELD', :view, :began, :due)
                """)
                .param("id", hold.id())
                .param("account", hold.account())
                .param("kind", hold.origin().kind().name())
                .param("via", via == null ? null : via.name())
                .param("backed", hold.origin().backed())
                .param("address", vault.sealGlobal(address, context(hold.id())))
                .param("language", hold.language().toLanguageTag())
                .param("basis", basis)
                .param("view", view.digest())
                .param("began", Timestamp.from(hold.times().beganAt()))
                .param("due", Timestamp.from(hold.times().dueAt()))
                .update();
    }

    void stoppedBy(UUID hold, Token cancel, Told told) {
        db.sql("insert into recovery.cancel_link (digest, hold, sent_to) values (:digest, :hold, :told)")
                .param("digest", cancel.digest())
                .param("hold", hold)
                .param("told", told.name())
                .update();
    }

    void stopped(Token cancel) {
        db.sql("""
                update recovery.hold h set stopped_from = l.sent_to
                from recovery.cancel_link l where l.digest = :digest and h.id = l.hold
                """).param("digest", cancel.digest()).update();
    }

    /** What ended and came before, as far back as it counts. */
    Contest before(UUID account, Instant since) {
        return new Contest(db.sql("""
                select via, state, stopped_from from recovery.hold
                where account = :account and began_at > :since order by began_at desc, id desc
                """)
                .param("account", account)
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Contest.Earlier(
                        named(Proof.class, row.getString("via")),
                        Recovery.State.valueOf(row.getString("state")),
                        named(Told.class, row.getString("stopped_from"))))
                .list());
    }

    Optional<Hold> find(UUID id) {
        return db.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Hold> open(UUID account) {
        return db.sql(SELECT + " where account = :account and state in ('HELD', 'READY')")
                .param("account", account)
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Hold> seenBy(Token view) {
        return db.sql(SELECT + " where view_digest = :digest")
                .param("digest", view.digest())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Hold> cancelledBy(Token cancel) {
        return db.sql(SELECT + """
                 where id = (select hold from recovery.cancel_link where digest = :digest) and state in ('HELD', 'READY')
                """)
                .param("digest", cancel.digest())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Hold> finishedBy(Token finish, Duration life) {
        return db.sql(SELECT + " where finish_digest = :digest and state = 'READY' and sent_at > :since")
                .param("digest", finish.digest())
                .param("since", Timestamp.from(clock.instant().minus(life)))
                .query((row, n) -> read(row))
                .optional();
    }

    /** The newest link counts. */
    void ready(UUID id, Token finish) {
        db.sql("""
                update recovery.hold set state = 'READY', finish_digest = :digest, sent_at = :now
                where id = :id and state in ('HELD', 'READY')
                """)
                .param("digest", finish.digest())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** A new link to look at it; the old one is dead. */
    void see(UUID id, Token view) {
        db.sql("update recovery.hold set view_digest = :digest where id = :id")
                .param("digest", view.digest())
                .param("id", id)
                .update();
    }

    /** Of many at once exactly one ends it. */
    boolean end(UUID id, Recovery.State from, Recovery.State state) {
        return db.sql("""
                update recovery.hold set state = :state, ended_at = :now where id = :id and state = :from
                """)
                        .param("state", state.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", id)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    private Hold read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var address = new String(vault.openGlobal(row.getBytes("address"), context(id)), StandardCharsets.UTF_8);
        return new Hold(
                id,
                row.getObject("account", UUID.class),
                new Hold.Origin(
                        Hold.Kind.valueOf(row.getString("kind")),
                        named(Proof.class, row.getString("via")),
                        row.getBoolean("backed")),
                new EmailAddress(address),
                Locale.forLanguageTag(row.getString("language")),
                new Hold.Times(
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("due_at").toInstant(),
                        instant(row, "sent_at"),
                        instant(row, "ended_at")),
                Recovery.State.valueOf(row.getString("state")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> kind, @Nullable String name) {
        return name == null ? null : Enum.valueOf(kind, name);
    }

    private static String context(UUID id) {
        return "recovery.hold/" + id;
    }
}
