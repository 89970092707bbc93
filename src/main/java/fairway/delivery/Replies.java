package fairway.delivery;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hears what people answer to text messages: STOP, START and HELP; to anything else nobody answers. */
@Component("deliveryReplies")
class Replies {
    private final JdbcClient db;
    private final Stops stops;
    private final Opening opening;
    private final Sealed sealed;
    private final InstantSource clock;

    Replies(JdbcClient db, Stops stops, Opening opening, Sealed sealed, InstantSource clock) {
        this.db = db;
        this.stops = stops;
        this.opening = opening;
        this.sealed = sealed;
        this.clock = clock;
    }

    /** A reply by the id of the service that brought it; false when it was heard before. */
    @Transactional
    public boolean hear(String id, String from, String text) {
        var number = "+" + from.replaceAll("[^0-9]", "");
        var word = ReplyWord.read(text);
        if (!first(id, word)) {
            return false;
        }
        switch (word) {
            case STOP -> {
                stops.stop(Channel.TEXT, number);
                answer(id, number, text, "delivery.stopped");
            }
            case START -> {
                stops.resume(Channel.TEXT, number);
                answer(id, number, text, "delivery.started");
            }
            case HELP -> answer(id, number, text, "delivery.help");
            case OTHER -> {}
        }
        return true;
    }

    /** The owner of the account agreed to texts to this address under these words. */
    void agreed(Channel channel, String address, UUID account, Locale language, String words) {
        db.sql("""
                delete from delivery.agreed
                where channel = :channel and address = any(:address) and account = :account
                """)
                .param("channel", channel.name())
                .param("address", sealed.asKept(channel, address))
                .param("account", account)
                .update();
        db.sql("""
                insert into delivery.agreed (channel, address, account, language, words, agreed_at)
                values (:channel, :address, :account, :language, :words, :now)
                on conflict (channel, address, account)
                do update set language = :language, words = :words, agreed_at = :now
                """)
                .param("channel", channel.name())
                .param("address", sealed.kept(channel, address))
                .param("account", account)
                .param("language", language.getLanguage())
                .param("words", words)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private boolean first(String id, ReplyWord word) {
        return db.sql(
                                "insert into delivery.heard (id, word, heard_at) values (:id, :word, :now) on conflict do nothing")
                        .param("id", id)
                        .param("word", word.name())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** The one answer that still goes to a number after STOP. */
    private void answer(String id, String number, String text, String template) {
        var agreement = agreement(number);
        var language = ReplyWord.spanish(text)
                ? Locale.of("es")
                : agreement.map(Agreement::language).orElse(Locale.ENGLISH);
        opening.open(new Message(
                "delivery.reply/" + id,
                Channel.TEXT,
                number,
                language,
                template,
                Map.of("link", "/contact"),
                agreement.map(Agreement::account).orElse(null),
                Purpose.SECURITY));
    }

    private record Agreement(UUID account, Locale language) {}

    /** Whoever agreed last to texts to this number. */
    private Optional<Agreement> agreement(String number) {
        return db.sql("""
                select account, language from delivery.agreed
                where channel = 'TEXT' and address = any(:address)
                order by agreed_at desc
                limit 1
                """)
                .param("address", sealed.asKept(Channel.TEXT, number))
                .query((row, n) ->
                        new Agreement(row.getObject("account", UUID.class), Locale.of(row.getString("language"))))
                .optional();
    }
}
