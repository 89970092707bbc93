package fairway.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to tell whom. The dedupe key names the cause, so that the same cause never tells twice; it holds no personal data.
 * Values named {@code link} or ending in {@code _link} are paths such as {@code /confirm?token=…} and become addresses of
 * this installation in the reader's language.
 */
public record Message(
        String dedupe,
        Channel channel,
        String address,
        Locale language,
        String template,
        Map<String, String> values,
        @Nullable UUID account,
        Purpose purpose) {
    public Message {
        if (dedupe.isBlank() || address.isBlank() || template.isBlank()) {
            throw new IllegalArgumentException("A message needs a dedupe key, an address and a template");
        }
        values.forEach(Message::requireOwnPath);
        values = Map.copyOf(values);
    }

    static boolean isLink(String name) {
        return name.equals("link") || name.endsWith("_link");
    }

    private static void requireOwnPath(String name, String value) {
        if (isLink(name) && (!value.startsWith("/") || value.startsWith("//"))) {
            throw new IllegalArgumentException("A link in a message is a path of this installation: " + name);
        }
    }

    @Override
    public String toString() {
        return "Message[" + dedupe + ", " + channel + ", " + template + "]";
    }
}
