package fairway.payments;

import com.fasterxml.uuid.NoArgGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Attempts to pay; their state changes only by a step of the transition table. */
@Repository
class Intents {
    private final JdbcClient db;
    private final NoArgGenerator ids;
    private final InstantSource clock;
    private final PaymentsSettings settings;

    Intents(JdbcClient db, NoArgGenerator ids, InstantSource clock, PaymentsSettings settings) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    Intent create(Pack pack, String group, long cents, Locale language) {
        var id = ids.generate();
        var now = clock.instant();
        db.sql("""
                insert into payments.intent
                    (id, pack, payment_group, attempt, quote, cents, language, state, created_at, expires_at, changed_at)
                select :id, :pack, :group, coalesce(max(attempt), 0) + 1, :quote, :cents, :language, 'CREATED',
                    :now, :until, :now
                from payments.intent
                where pack = :pack and payment_group = :group
                """)
                .param("id", id)
                .param("pack", pack.id())
                .param("group", group)
                .param("quote", pack.quote())
                .param("cents", cents)
                .param("language", language.toLanguageTag())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(settings.window())))
                .update();
        return find(id).orElseThrow();
    }

    Optional<Intent> find(UUID id) {
        return db.sql(select("where id = :id"))
                .param("id", id)
                .query(Intents::intent)
                .optional();
    }

    /** All attempts for a package, in the order in which they were made. */
    List<Intent> of(UUID pack) {
        return db.sql(select("where pack = :pack order by created_at, id"))
                .param("pack", pack)
                .query(Intents::intent)
                .list();
    }

    /** Takes the step if the attempt is where the step begins; of several who try only one is told that it did. */
    boolean step(UUID id, IntentStep step, @Nullable String reason, @Nullable String lastFour) {
        return db.sql("""
                update payments.intent
                set state = :to, changed_at = :now, reason = :reason, last_four = coalesce(:four, last_four)
                where id = :id and state in (:from)
                """)
                        .param("to", step.to().name())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("reason", reason)
                        .param("four", lastFour)
                        .param("id", id)
                        .param("from", step.from().stream().map(Enum::name).toList())
                        .update()
                == 1;
    }

    private static String select(String where) {
        return """
                select id, pack, payment_group, quote, cents, language, state, reason, last_four,
                    created_at, expires_at, changed_at
                from payments.intent
                """ + where;
    }

    private static Intent intent(ResultSet row, int n) throws SQLException {
        return new Intent(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                Locale.forLanguageTag(row.getString(6)),
                IntentState.valueOf(row.getString(7)),
                row.getString(8),
                row.getString(9),
                row.getTimestamp(10).toInstant(),
                row.getTimestamp(11).toInstant(),
                row.getTimestamp(12).toInstant());
    }
}
