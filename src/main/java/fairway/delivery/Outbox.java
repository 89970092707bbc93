package fairway.delivery;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The carrier of demonstrations: keeps what would have left the house for the outbox page. */
@Repository
class Outbox implements Carrier {
    private final JdbcClient db;
    private final InstantSource clock;

    Outbox(JdbcClient db, InstantSource clock) {
        this.db = db;
        this.clock = clock;
    }

    record Kept(Letter letter, Instant sentAt, boolean printed) {}

    @Override
    public Outcome carry(Letter letter) {
        db.sql("""
                insert into delivery.outbox (message, channel, address, language, subject, body, sent_at, pdf)
                values (:id, :channel, :address, :language, :subject, :body, :now, :pdf)
                on conflict (message) do nothing
                """)
                .param("id", letter.id())
                .param("channel", letter.channel().name())
                .param("address", letter.address())
                .param("language", letter.language().getLanguage())
                .param("subject", letter.subject())
                .param("body", letter.body())
                .param("pdf", letter.pdf().length == 0 ? null : letter.pdf(), java.sql.Types.BINARY)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return new Outcome.Carried("outbox");
    }

    /** The sheet of a letter that was printed. */
    Optional<byte[]> pdf(UUID message) {
        return db.sql("select pdf from delivery.outbox where message = :id and pdf is not null")
                .param("id", message)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /** The newest messages to addresses that contain this text. */
    List<Kept> latest(String address, int limit) {
        return db.sql("""
                select message, channel, address, language, subject, body, sent_at, pdf is not null as printed
                from delivery.outbox
                where position(lower(:address) in lower(address)) > 0 or :address = ''
                order by sent_at desc, message desc
                limit :limit
                """)
                .param("address", address)
                .param("limit", limit)
                .query((row, n) -> new Kept(
                        new Letter(
                                row.getObject("message", UUID.class),
                                Channel.valueOf(row.getString("channel")),
                                row.getString("address"),
                                Locale.of(row.getString("language")),
                                row.getString("subject"),
                                row.getString("body")),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getBoolean("printed")))
                .list();
    }
}
