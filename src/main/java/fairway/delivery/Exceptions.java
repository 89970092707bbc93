package fairway.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that were given up, as the ledger has them. */
@Repository("deliveryExceptions")
class Exceptions {
    private final JdbcClient db;
    private final Sealed sealed;

    Exceptions(JdbcClient db, Sealed sealed) {
        this.db = db;
        this.sealed = sealed;
    }

    void unreached(UUID message, Channel channel, String address) {
        db.sql("update delivery.message set unreached = :unreached where id = :id")
                .param("unreached", sealed.sealShort(message, Unreached.halfHidden(channel, address)))
                .param("id", message)
                .update();
    }

    /** Channels on which the last word to this account was that nothing arrives. */
    List<Unreached> unreached(UUID account, Instant since) {
        return db.sql("""
                select id, channel, unreached, changed_at
                from (select distinct on (channel) id, channel, state, unreached, changed_at
                      from delivery.message
                      where account = :account and state in ('SENT', 'FAILED_PERMANENT') and changed_at > :since
                      order by channel, changed_at desc, id desc) last
                where state = 'FAILED_PERMANENT' and unreached is not null
                order by channel
                """)
                .param("account", account)
                .param("since", Timestamp.from(since))
                .query((row, n) -> new Unreached(
                        Channel.valueOf(row.getString("channel")),
                        sealed.openShort(row.getObject("id", UUID.class), row.getBytes("unreached")),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    List<Failure> latest(int limit, Instant lettersSince) {
        return db.sql("""
                select id, channel, purpose, template, coalesce(reason, '') as reason, tries, changed_at, account
                from delivery.message
                where state = 'FAILED_PERMANENT'
                order by channel = 'LETTER' and changed_at > :since desc, changed_at desc, id desc
                limit :limit
                """)
                .param("limit", limit)
                .param("since", Timestamp.from(lettersSince))
                .query(Exceptions::failure)
                .list();
    }

    Optional<Failure> find(UUID message) {
        return db.sql("""
                select id, channel, purpose, template, coalesce(reason, '') as reason, tries, changed_at, account
                from delivery.message
                where id = :id and state = 'FAILED_PERMANENT'
                """).param("id", message).query(Exceptions::failure).optional();
    }

    Optional<UUID> latest(UUID account, Channel channel, String template) {
        return db.sql("""
                select id from delivery.message where account = :account and channel = :channel and template = :template
                order by created_at desc, id desc limit 1
                """)
                .param("account", account)
                .param("channel", channel.name())
                .param("template", template)
                .query(UUID.class)
                .optional();
    }

    int failed() {
        return db.sql("select count(*) from delivery.message where state = 'FAILED_PERMANENT'")
                .query(Integer.class)
                .single();
    }

    private static Failure failure(ResultSet row, int n) throws SQLException {
        return new Failure(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("template"),
                Reason.read(row.getString("reason")),
                row.getInt("tries"),
                row.getTimestamp("changed_at").toInstant(),
                row.getObject("account", UUID.class));
    }
}
