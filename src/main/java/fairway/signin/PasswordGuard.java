package fairway.signin;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts wrong passwords in a row. A try is counted as wrong before it is looked at and cleared when it was right, so that
 * many at once get no more tries than one after the other. Addresses nobody has are counted alike.
 */
@Component
class PasswordGuard {
    private static final byte[] UNKNOWN = new byte[32];

    private final JdbcClient db;
    private final InstantSource clock;

    PasswordGuard(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Whose password, from which browser; a browser the account does not know counts with all unknown ones. */
    @SuppressWarnings("ArrayRecordComponent")
    record Place(byte[] fingerprint, byte[] device, boolean known) {
        static Place unknown(byte[] fingerprint) {
            return new Place(fingerprint, UNKNOWN, false);
        }

        Patience patience() {
            return known ? Patience.PASSWORD_ON_KNOWN_DEVICE : Patience.PASSWORD;
        }
    }

    @Transactional
    public Decision take(Place place) {
        db.sql("""
                insert into signin.password_guard (email_fingerprint, device, failures)
                values (:fingerprint, :device, 0)
                on conflict do nothing
                """)
                .param("fingerprint", place.fingerprint())
                .param("device", place.device())
                .update();
        var now = clock.instant();
        var decision = place.patience().decide(locked(place), now);
        if (decision instanceof Decision.Permitted) {
            db.sql("""
                    update signin.password_guard set failures = failures + 1, failed_at = :now
                    where email_fingerprint = :fingerprint and device = :device
                    """)
                    .param("now", Timestamp.from(now))
                    .param("fingerprint", place.fingerprint())
                    .param("device", place.device())
                    .update();
        }
        return decision;
    }

    /** What the next try would meet. */
    Decision next(Place place) {
        return place.patience().decide(count(place, ""), clock.instant());
    }

    void clear(Place place) {
        db.sql("""
                update signin.password_guard set failures = 0, failed_at = null
                where email_fingerprint = :fingerprint and device = :device
                """)
                .param("fingerprint", place.fingerprint())
                .param("device", place.device())
                .update();
    }

    /** Counts of addresses that nobody has, a week after the last try. */
    int forgetNobody() {
        return db.sql("""
                delete from signin.password_guard as guard
                where coalesce(guard.failed_at, 'epoch') <= :since
                  and not exists (select 1 from signin.credential as known
                                  where known.email_fingerprint = guard.email_fingerprint)
                """)
                .param("since", Timestamp.from(clock.instant().minus(java.time.Duration.ofDays(7))))
                .update();
    }

    private Patience.Count locked(Place place) {
        return count(place, " for update");
    }

    private Patience.Count count(Place place, String locking) {
        return db.sql("""
                select failures, failed_at from signin.password_guard
                where email_fingerprint = :fingerprint and device = :device
                """ + locking)
                .param("fingerprint", place.fingerprint())
                .param("device", place.device())
                .query((row, n) -> {
                    var failedAt = row.getTimestamp("failed_at");
                    return new Patience.Count(row.getInt("failures"), failedAt == null ? null : failedAt.toInstant());
                })
                .optional()
                .orElse(Patience.Count.NONE);
    }
}
