package fairway.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Invented messages. */
final class Samples {
    static final String NAME = "Canary Quetzal";

    private Samples() {}

    static Message message(Channel channel, String address, Purpose purpose) {
        return new Message(
                "test/" + UUID.randomUUID(),
                channel,
                address,
                Locale.ENGLISH,
                "test.notice",
                Map.of("name", NAME, "thing", "your <case>", "link", "/cases/1?a=b&c=d"),
                UUID.randomUUID(),
                purpose);
    }

    static Message email(String address) {
        return message(Channel.EMAIL, address, Purpose.CASE);
    }

    static Message in(Locale language, Message message) {
        return new Message(
                message.dedupe(),
                message.channel(),
                message.address(),
                language,
                message.template(),
                message.values(),
                message.account(),
                message.purpose());
    }

    static Letter letter(Channel channel, String address) {
        return new Letter(
                UUID.randomUUID(), channel, address, Locale.ENGLISH, "News about ñandú", "Dear Ana,\n\nThere is news.");
    }
}
