package fairway.delivery;

import java.util.Locale;
import java.util.UUID;

/** A message in words, ready for its carrier; a text has an empty subject. */
record Letter(UUID id, Channel channel, String address, Locale language, String subject, String body) {
    @Override
    public String toString() {
        return "Letter[" + id + ", " + channel + "]";
    }
}
