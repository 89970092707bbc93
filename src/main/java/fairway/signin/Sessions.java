package fairway.signin;

import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The session table: one row a browser, found by the digest of its cookie. */
@Repository
class Sessions {
    private static final int BITS = 256;

    private final JdbcClient db;
    private final NoArgGenerator ids;
    private final SecureRandom random;
    private final InstantSource clock;
    private final SigninSettings settings;

    Sessions(JdbcClient db, NoArgGenerator ids, SecureRandom random, InstantSource clock, SigninSettings settings) {
        this.db = db;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
        this.settings = settings;
    }

    /** Who a new session is for and what it has proven so far. */
    record Opening(
            UUID account,
            boolean staff,
            Session.Level level,
            Session.Proofs proofs,
            @Nullable String returnTo) {}

    Token open(Opening opening) {
        var token = Token.fresh(random, BITS);
        var now = Timestamp.from(clock.instant());
        db.sql("""
                insert into signin.session
                    (digest, id, account, staff, level, password_at, code_at, code_by, return_to, started_at, last_seen_at)
                values (:digest, :id, :account, :staff, :level, :passwordAt, :codeAt, :codeBy, :returnTo, :now, :now)
                """)
                .param("digest", token.digest())
                .param("id", ids.generate())
                .param("account", opening.account())
                .param("staff", opening.staff())
                .param("level", opening.level().name())
                .param("passwordAt", timestamp(opening.proofs().passwordAt()))
                .param("codeAt", timestamp(opening.proofs().codeAt()))
                .param("codeBy", opening.proofs().codeBy())
                .param("returnTo", opening.returnTo())
                .param("now", now)
                .update();
        return token;
    }

    /** The living session of this cookie. */
    Optional<Session> find(Token token, boolean staff) {
        var now = clock.instant();
        return db.sql("""
                select id, account, staff, level, password_at, code_at, code_by, started_at, last_seen_at, return_to
                from signin.session
                where digest = :digest and staff = :staff and last_seen_at > :idleSince and started_at > :totalSince
                """)
                .param("digest", token.digest())
                .param("staff", staff)
                .param("idleSince", Timestamp.from(now.minus(settings.idle())))
                .param("totalSince", Timestamp.from(now.minus(settings.total())))
                .query((row, n) -> read(row))
                .optional();
    }

    /** Writes a use down, at most once a minute. */
    void used(Session session) {
        if (session.life().lastSeenAt().plus(settings.seenEvery()).isBefore(clock.instant())) {
            touch(session.id());
        }
    }

    /** Looks without counting as use, so that asking for the time left never prolongs a session. */
    Optional<Instant> endsAt(Token token, boolean staff) {
        return db.sql("""
                select least(last_seen_at + make_interval(secs => :idle), started_at + make_interval(secs => :total))
                from signin.session
                where digest = :digest and staff = :staff and level = 'FULL'
                """)
                .param("idle", settings.idle().toSeconds())
                .param("total", settings.total().toSeconds())
                .param("digest", token.digest())
                .param("staff", staff)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional()
                .filter(ends -> ends.isAfter(clock.instant()));
    }

    void touch(UUID session) {
        db.sql("update signin.session set last_seen_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", session)
                .update();
    }

    /** What a session has newly proven: it gets a new cookie, and the old one is dead at once. */
    Token raise(UUID session, Session.Level level, Session.Proofs proofs) {
        var token = Token.fresh(random, BITS);
        int raised = db.sql("""
                update signin.session
                set digest = :digest, level = :level, password_at = :passwordAt, code_at = :codeAt, code_by = :codeBy,
                    last_seen_at = :now, started_at = case when level <> 'FULL' then :now else started_at end
                where id = :id
                """)
                .param("digest", token.digest())
                .param("level", level.name())
                .param("passwordAt", timestamp(proofs.passwordAt()))
                .param("codeAt", timestamp(proofs.codeAt()))
                .param("codeBy", proofs.codeBy())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", session)
                .update();
        if (raised != 1) {
            throw new IllegalStateException("The session ended meanwhile");
        }
        return token;
    }

    void returnTo(UUID session, @Nullable String path) {
        db.sql("update signin.session set return_to = :path where id = :id")
                .param("path", path)
                .param("id", session)
                .update();
    }

    void end(UUID session) {
        db.sql("delete from signin.session where id = :id").param("id", session).update();
    }

    void endAllOf(UUID account) {
        db.sql("delete from signin.session where account = :account")
                .param("account", account)
                .update();
    }

    /** Ends the oldest full sessions beyond the limit and says how many. */
    int endBeyondLimit(UUID account) {
        return db.sql("""
                delete from signin.session
                where id in (select id from signin.session
                             where account = :account and level = 'FULL'
                             order by started_at desc, id desc
                             offset :limit)
                """)
                .param("account", account)
                .param("limit", settings.sessionsPerAccount())
                .update();
    }

    int endExpired() {
        var now = clock.instant();
        return db.sql("delete from signin.session where last_seen_at <= :idleSince or started_at <= :totalSince")
                .param("idleSince", Timestamp.from(now.minus(settings.idle())))
                .param("totalSince", Timestamp.from(now.minus(settings.total())))
                .update();
    }

    List<Session> of(UUID account) {
        return db.sql("""
                select id, account, staff, level, password_at, code_at, code_by, started_at, last_seen_at, return_to
                from signin.session
                where account = :account
                order by started_at
                """)
                .param("account", account)
                .query((row, n) -> read(row))
                .list();
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getBoolean("staff"),
                Session.Level.valueOf(row.getString("level")),
                new Session.Proofs(instant(row, "password_at"), instant(row, "code_at"), row.getString("code_by")),
                new Session.Life(
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant()),
                row.getString("return_to"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
