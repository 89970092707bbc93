package fairway.delivery;

import fairway.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Turns template and values into what the person reads. */
@Component
class Wording {
    private final Texts texts;
    private final AddressSettings address;
    private final String agency;
    private final Neutral neutral;
    private final List<LetterPrinter> printers;

    Wording(
            Texts texts,
            AddressSettings address,
            Environment environment,
            Neutral neutral,
            List<LetterPrinter> printers) {
        this.printers = List.copyOf(printers);
        this.texts = texts;
        this.neutral = neutral;
        this.address = address;
        this.agency = environment.getProperty("fairway.ui.agency", "Demonstration Office");
    }

    Letter letter(Ledger.Sending message, Sealed.Content content) {
        var language = message.language();
        var values = values(language, content.values());
        var key = prefix(message.channel()) + "." + message.template();
        if (neutral.wanted(message, content.address())) {
            return new Letter(
                    message.id(),
                    message.channel(),
                    content.address(),
                    language,
                    neutral.subject(message.channel(), language),
                    neutral.body(message, key, values));
        }
        return new Letter(
                message.id(),
                message.channel(),
                content.address(),
                language,
                message.channel() == Channel.TEXT ? "" : oneLine(texts.text(language, key + ".subject", values)),
                texts.text(language, key + ".body", values) + end(message.channel(), language, values),
                sheet(message, values));
    }

    private byte[] sheet(Ledger.Sending message, Map<String, String> values) {
        return printers.stream()
                .filter(printer -> message.channel() == Channel.LETTER && printer.prints(message.template()))
                .findFirst()
                .map(printer -> printer.print(message.language(), values))
                .orElse(new byte[0]);
    }

    /** Fails at once where a template has no words, so that the mistake shows to the programmer and not to the person. */
    void requireKnown(Channel channel, String template) {
        var key = prefix(channel) + "." + template;
        if (!texts.has(key + ".body") || (channel != Channel.TEXT && !texts.has(key + ".subject"))) {
            throw new IllegalArgumentException("No words for " + key);
        }
    }

    private String end(Channel channel, Locale language, Map<String, String> values) {
        return channel == Channel.EMAIL ? "\n\n" + texts.text(language, "delivery.mail.end", values) : "";
    }

    private Map<String, String> values(Locale language, Map<String, String> given) {
        var values = new HashMap<String, String>();
        values.put("agency", agency);
        given.forEach((name, value) -> values.put(name, Message.isLink(name) ? address.link(language, value) : value));
        return values;
    }

    private static String prefix(Channel channel) {
        return switch (channel) {
            case EMAIL -> "mail";
            case TEXT -> "text";
            case LETTER -> "letter";
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
