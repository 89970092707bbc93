package fairway.signin;

import com.fasterxml.uuid.NoArgGenerator;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
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
class Sessions implements LiveSessions {
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
                .param("idleSince", Timestamp.from(now.minus(settings.idle(staff))))
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

    /** When a session ends if nothing is asked of us, and at the latest. */
    record Ends(Instant idle, Instant latest) {}

    /** Looks without counting as use, so that asking for the time left never prolongs a session. */
    Optional<Ends> endsAt(Token token, boolean staff) {
        return db.sql("""
                select least(last_seen_at + make_interval(secs => :idle), started_at + make_interval(secs => :total)),
                       started_at + make_interval(secs => :total)
                from signin.session
                where digest = :digest and staff = :staff and level = 'FULL'
                """)
                .param("idle", settings.idle(staff).toSeconds())
                .param("total", settings.total().toSeconds())
                .param("digest", token.digest())
                .param("staff", staff)
                .query((row, n) -> new Ends(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                .optional()
                .filter(ends -> ends.idle().isAfter(clock.instant()));
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

    @Override
    public int endAll(UUID account) {
        return db.sql("delete from signin.session where account = :account")
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

    /** Accounts whose password was right on a browser we do not know, but no code followed; each is given once. */
    List<UUID> leftHalf(Duration since) {
        return db
                .sql("""
                update signin.session as half set told = true
                where level = 'HALF' and not told and started_at <= :since
                  and not exists (select 1 from signin.device as known
                                  where known.digest = half.device and known.account = half.account)
                returning account
                """)
                .param("since", Timestamp.from(clock.instant().minus(since)))
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .stream()
                .distinct()
                .toList();
    }

    int endExpired() {
        var now = clock.instant();
        return db.sql("delete from signin.session where last_seen_at <= :idleSince or started_at <= :totalSince")
                .param("idleSince", Timestamp.from(now.minus(settings.idle())))
                .param("totalSince", Timestamp.from(now.minus(settings.total())))
                .update();
    }

    @Override
    public boolean end(UUID account, UUID session) {
        return db.sql("delete from signin.session where id = :id and account = :account")
                        .param("id", session)
                        .param("account", account)
                        .update()
                == 1;
    }

    @Override
    public int endOthers(UUID account, UUID but) {
        return db.sql("delete from signin.session where account = :account and id <> :but")
                .param("account", account)
                .param("but", but)
                .update();
    }

    @Override
    public List<Living> of(UUID account) {
        return db.sql("""
                select s.id, coalesce(d.browser, 'other') as browser, coalesce(d.system, 'other') as system, s.started_at,
                       s.last_seen_at
                from signin.session as s
                left join signin.device as d on d.digest = s.device and d.account = s.account
                where s.account = :account and s.level = 'FULL'
                  and s.last_seen_at > :idleSince and s.started_at > :totalSince
                order by s.last_seen_at desc, s.id desc
                """)
                .param("account", account)
                .param("idleSince", Timestamp.from(clock.instant().minus(settings.idle())))
                .param("totalSince", Timestamp.from(clock.instant().minus(settings.total())))
                .query((row, n) -> new Living(
                        row.getObject("id", UUID.class),
                        agent(row),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant()))
                .list();
    }

    @Override
    public List<Known> browsers(UUID account) {
        return db.sql("""
                select browser, system, first_seen_at, last_seen_at
                from signin.device as d
                where account = :account and not exists (
                    select 1 from signin.session as s
                    where s.device = d.digest and s.account = d.account and s.level = 'FULL'
                      and s.last_seen_at > :idleSince and s.started_at > :totalSince)
                order by last_seen_at desc
                limit 50
                """)
                .param("account", account)
                .param("idleSince", Timestamp.from(clock.instant().minus(settings.idle())))
                .param("totalSince", Timestamp.from(clock.instant().minus(settings.total())))
                .query((row, n) -> new Known(
                        agent(row),
                        row.getTimestamp("first_seen_at").toInstant(),
                        row.getTimestamp("last_seen_at").toInstant()))
                .list();
    }

    /** The session of a page, for those who only know its id. */
    Optional<Session> find(UUID account, UUID session) {
        return db.sql("""
                select id, account, staff, level, password_at, code_at, code_by, started_at, last_seen_at, return_to
                from signin.session
                where account = :account and id = :session
                """)
                .param("account", account)
                .param("session", session)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Agent agent(ResultSet row) throws SQLException {
        return new Agent(row.getString("browser"), row.getString("system"));
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
