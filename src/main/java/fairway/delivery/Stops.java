package fairway.delivery;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked for silence on a channel. */
@Repository
class Stops {
    private final JdbcClient db;
    private final Sealed sealed;
    private final InstantSource clock;

    Stops(JdbcClient db, Sealed sealed, InstantSource clock) {
        this.db = db;
        this.sealed = sealed;
        this.clock = clock;
    }

    boolean stopped(Channel channel, String address) {
        return db.sql(
                        "select exists (select from delivery.stopped where channel = :channel and address = any(:address))")
                .param("channel", channel.name())
                .param("address", sealed.asKept(channel, address))
                .query(Boolean.class)
                .single();
    }

    void stop(Channel channel, String address) {
        if (stopped(channel, address)) {
            return;
        }
        db.sql("""
                insert into delivery.stopped (channel, address, stopped_at) values (:channel, :address, :now)
                on conflict do nothing
                """)
                .param("channel", channel.name())
                .param("address", sealed.kept(channel, address))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    void resume(Channel channel, String address) {
        db.sql("delete from delivery.stopped where channel = :channel and address = any(:address)")
                .param("channel", channel.name())
                .param("address", sealed.asKept(channel, address))
                .update();
    }
}
