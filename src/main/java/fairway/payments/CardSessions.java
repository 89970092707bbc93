package fairway.payments;

import fairway.payments.CardProvider.Order;
import fairway.payments.CardSession.State;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits to the built-in card page; of a card nothing but its last four digits is kept. */
@Repository
class CardSessions {
    private static final int SECRET_BYTES = 24;

    private final JdbcClient db;
    private final SecureRandom random;
    private final InstantSource clock;

    CardSessions(JdbcClient db, SecureRandom random, InstantSource clock) {
        this.db = db;
        this.random = random;
        this.clock = clock;
    }

    CardSession open(Order order) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        db.sql("""
                insert into payments.card_session
                    (id, reference, cents, purpose, return_path, language, outcome, created_at, expires_at)
                values (:id, :reference, :cents, :purpose, :path, :language, 'OPEN', :now, :until)
                on conflict (reference) do nothing
                """)
                .param("id", Base64.getUrlEncoder().withoutPadding().encodeToString(secret))
                .param("reference", order.reference())
                .param("cents", order.cents())
                .param("purpose", order.purpose())
                .param("path", order.returnPath())
                .param("language", order.language().getLanguage())
                .param("now", Timestamp.from(clock.instant()))
                .param("until", Timestamp.from(order.until()))
                .update();
        return by(order.reference()).orElseThrow();
    }

    Optional<CardSession> by(UUID reference) {
        return db.sql(select("where reference = :reference"))
                .param("reference", reference)
                .query(CardSessions::session)
                .optional();
    }

    Optional<CardSession> find(String id) {
        return db.sql(select("where id = :id"))
                .param("id", id)
                .query(CardSessions::session)
                .optional();
    }

    /** Whether this call ended the open page; a second click finds it ended. */
    boolean end(UUID reference, State state, @Nullable Instant decidesAt, @Nullable String lastFour) {
        return db.sql("""
                update payments.card_session
                set outcome = :state, decides_at = :decides, last_four = :four
                where reference = :reference and outcome = 'OPEN' and expires_at > :now
                """)
                        .param("state", state.name())
                        .param("decides", decidesAt == null ? null : Timestamp.from(decidesAt))
                        .param("four", lastFour)
                        .param("reference", reference)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void refund(UUID reference) {
        db.sql("""
                update payments.card_session set outcome = 'REFUNDED'
                where reference = :reference and outcome in ('APPROVED', 'LATE') and decides_at <= :now
                """)
                .param("reference", reference)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static String select(String where) {
        return """
                select id, reference, cents, purpose, return_path, language, outcome, decides_at, last_four, expires_at
                from payments.card_session
                """ + where;
    }

    private static CardSession session(ResultSet row, int n) throws SQLException {
        var decides = row.getTimestamp(8);
        return new CardSession(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getLong(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                State.valueOf(row.getString(7)),
                decides == null ? null : decides.toInstant(),
                row.getString(9),
                row.getTimestamp(10).toInstant());
    }
}
