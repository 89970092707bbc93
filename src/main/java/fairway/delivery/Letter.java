package fairway.delivery;

import java.util.Locale;
import java.util.UUID;

/** A message in words, ready for its carrier; a text has an empty subject, a letter may have a printed sheet. */
@SuppressWarnings("ArrayRecordComponent")
record Letter(UUID id, Channel channel, String address, Locale language, String subject, String body, byte[] pdf) {
    Letter(UUID id, Channel channel, String address, Locale language, String subject, String body) {
        this(id, channel, address, language, subject, body, new byte[0]);
    }

    @Override
    public String toString() {
        return "Letter[" + id + ", " + channel + "]";
    }
}
