package fairway.recovery;

import com.fasterxml.uuid.NoArgGenerator;
import fairway.signin.SecurityNews;
import fairway.signin.Token;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links for lost passwords, and how far the browsers that used them have come. */
@Repository
class Attempts {
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient db;
    private final NoArgGenerator ids;
    private final InstantSource clock;
    private final RecoverySettings settings;

    Attempts(JdbcClient db, NoArgGenerator ids, InstantSource clock, RecoverySettings settings) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /** Also for an address without account, so that both are the same work. */
    UUID add(@Nullable UUID account, Proof via, Token link) {
        var id = ids.generate();
        db.sql("""
                insert into recovery.attempt (id, account, via, link_digest, asked_at)
                values (:id, :account, :via, :digest, :now)
                """)
                .param("id", id)
                .param("account", account)
                .param("via", via.name())
                .param("digest", link.digest())
                .param("now", now())
                .update();
        return id;
    }

    /** Looking uses nothing up. */
    boolean waits(Token link) {
        return db.sql("""
                select exists (select 1 from recovery.attempt
                               where link_digest = :digest and account is not null and opened_at is null
                                 and ended_at is null and asked_at > :since)
                """)
                .param("digest", link.digest())
                .param("since", ago(settings.link()))
                .query(Boolean.class)
                .single();
    }

    /** Uses the link up for this browser; of many at once exactly one is given the account. */
    Optional<Attempt> open(Token link, Token browser) {
        return db.sql("""
                update recovery.attempt set opened_at = :now, browser_digest = :browser
                where link_digest = :digest and account is not null and opened_at is null
                  and ended_at is null and asked_at > :since
                returning id, account, via, proofs
                """)
                .param("now", now())
                .param("browser", browser.digest())
                .param("digest", link.digest())
                .param("since", ago(settings.link()))
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Attempt> of(Token browser) {
        return db.sql("""
                select id, account, via, proofs from recovery.attempt
                where browser_digest = :digest and ended_at is null and opened_at > :since
                """)
                .param("digest", browser.digest())
                .param("since", ago(settings.open()))
                .query((row, n) -> read(row))
                .optional();
    }

    /** What this browser has begun. */
    Optional<Attempt> at(HttpServletRequest request) {
        return Carried.by(request).flatMap(this::of);
    }

    /** Whether somebody has opened a link into this account and goes on with it. */
    boolean running(UUID account) {
        return db.sql("""
                select exists (select 1 from recovery.attempt
                               where account = :account and ended_at is null and opened_at > :since)
                """)
                .param("account", account)
                .param("since", ago(settings.open()))
                .query(Boolean.class)
                .single();
    }

    void shown(UUID id, Proof proof) {
        db.sql("""
                update recovery.attempt set proofs = array_append(array_remove(proofs, :proof), :proof) where id = :id
                """).param("proof", proof.name()).param("id", id).update();
    }

    /** Of many at once exactly one ends it. */
    boolean end(UUID id) {
        return db.sql("""
                update recovery.attempt set ended_at = :now
                where id = :id and ended_at is null and opened_at > :since
                """)
                        .param("now", now())
                        .param("id", id)
                        .param("since", ago(settings.open()))
                        .update()
                == 1;
    }

    /** No link that is out or was used leads into this account any more. */
    void endAll(UUID account) {
        db.sql("update recovery.attempt set ended_at = :now where account = :account and ended_at is null")
                .param("now", now())
                .param("account", account)
                .update();
    }

    /** What was shown with a thing that is reported as lost now counts no more. */
    @EventListener
    void on(SecurityNews news) {
        if (news.what() == SecurityNews.What.FACTOR_LOST) {
            endAll(news.account());
        }
    }

    int forgetOld() {
        return db.sql("delete from recovery.attempt where asked_at <= :since")
                .param("since", ago(KEPT))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private Timestamp ago(Duration life) {
        return Timestamp.from(clock.instant().minus(life));
    }

    private static Attempt read(ResultSet row) throws SQLException {
        var shown = EnumSet.of(Proof.valueOf(row.getString("via")));
        shown.addAll(proofs(row.getArray("proofs")));
        return new Attempt(row.getObject("id", UUID.class), row.getObject("account", UUID.class), Set.copyOf(shown));
    }

    private static Set<Proof> proofs(Array array) throws SQLException {
        var proofs = EnumSet.noneOf(Proof.class);
        for (var name : (String[]) array.getArray()) {
            proofs.add(Proof.valueOf(name));
        }
        return proofs;
    }
}
