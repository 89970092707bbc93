package fairway.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Ledger {
    private final JdbcClient db;
    private final Sealed sealed;

    Ledger(JdbcClient db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    /** A message that is being sent. */
    record Sending(
            UUID id,
            Channel channel,
            Purpose purpose,
            String template,
            Locale language,
            @Nullable UUID account,
            int tries,
            Instant createdAt) {}

    /** False when the same cause has already brought a message. */
    boolean add(UUID id, Message message, DeliveryState state, Instant now) {
        var open = state == DeliveryState.CREATED;
        return db.sql("""
                insert into delivery.message (id, dedupe, channel, purpose, template, language, account, sealed,
                    state, next_try, created_at, changed_at)
                values (:id, :dedupe, :channel, :purpose, :template, :language, :account, :sealed,
                    :state, :nextTry, :now, :now)
                on conflict (dedupe) do nothing
                """)
                        .param("id", id)
                        .param("dedupe", message.dedupe())
                        .param("channel", message.channel().name())
                        .param("purpose", message.purpose().name())
                        .param("template", message.template())
                        .param("language", message.language().getLanguage())
                        .param("account", message.account(), Types.OTHER)
                        .param("sealed", open ? sealed.seal(id, message) : null, Types.BINARY)
                        .param("state", state.name())
                        .param("nextTry", open ? Timestamp.from(now) : null, Types.TIMESTAMP)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    UUID idOf(String dedupe) {
        return db.sql("select id from delivery.message where dedupe = :dedupe")
                .param("dedupe", dedupe)
                .query(UUID.class)
                .single();
    }

    Optional<DeliveryState> stateOf(String dedupe) {
        return db.sql("select state from delivery.message where dedupe = :dedupe")
                .param("dedupe", dedupe)
                .query(String.class)
                .optional()
                .map(DeliveryState::valueOf);
    }

    /** Marks the message as being sent; nothing when it is finished already. */
    Optional<Sending> begin(UUID id, Instant now) {
        return db.sql("""
                update delivery.message set state = 'SENDING', tries = tries + 1, changed_at = :now
                where id = :id and next_try is not null
                returning id, channel, purpose, template, language, account, tries, created_at
                """)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query((row, n) -> sending(row))
                .optional();
    }

    Sealed.Content contentOf(UUID id) {
        return db.sql("select sealed from delivery.message where id = :id")
                .param("id", id)
                .query((row, n) -> sealed.open(id, row.getBytes(1)))
                .single();
    }

    /** Nothing more will happen to this message, so what it said is erased. */
    void end(UUID id, DeliveryState state, String detail, Instant now) {
        db.sql("""
                update delivery.message
                set state = :state, sealed = null, next_try = null, changed_at = :now,
                    provider_reference = case when :state = 'SENT' then :detail end,
                    reason = case when :state <> 'SENT' then :detail end
                where id = :id and next_try is not null
                """)
                .param("id", id)
                .param("state", state.name())
                .param("detail", detail)
                .param("now", Timestamp.from(now))
                .update();
    }

    void postpone(UUID id, String reason, Instant nextTry, Instant now) {
        db.sql("""
                update delivery.message
                set state = 'FAILED_TEMPORARY', reason = :reason, next_try = :nextTry, changed_at = :now
                where id = :id and next_try is not null
                """)
                .param("id", id)
                .param("reason", reason)
                .param("nextTry", Timestamp.from(nextTry))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Messages whose next try is long past: their job must have been lost. */
    List<UUID> stuckSince(Instant before, int limit) {
        return db.sql("""
                select id from delivery.message
                where next_try < :before
                order by next_try
                limit :limit
                """)
                .param("before", Timestamp.from(before))
                .param("limit", limit)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list();
    }

    private static Sending sending(ResultSet row) throws SQLException {
        return new Sending(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("template"),
                Locale.of(row.getString("language")),
                row.getObject("account", UUID.class),
                row.getInt("tries"),
                row.getTimestamp("created_at").toInstant());
    }
}
