package fairway.delivery;

import fairway.ui.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Words for people whose messages others may see. A code is only a code; news is only that there is a message; what is about
 * signing in keeps its words unless one of them could give away what the account is for; what answers a reply has neutral
 * words of its own.
 */
@Component
class Neutral {
    private final Texts texts;
    private final List<Discretion> discretions;

    Neutral(Texts texts, List<Discretion> discretions) {
        this.texts = texts;
        this.discretions = List.copyOf(discretions);
    }

    boolean wanted(Ledger.Sending message, String address) {
        return message.channel() != Channel.LETTER
                && discretions.stream().anyMatch(one -> one.wanted(message.account(), message.channel(), address));
    }

    String subject(Channel channel, Locale language) {
        return channel == Channel.TEXT ? "" : texts.text(language, "delivery.neutral.subject");
    }

    /** {@code values} are ready for showing, the agency’s name among them; {@code key} names the usual words. */
    String body(Ledger.Sending message, String key, Map<String, String> values) {
        var language = message.language();
        if (values.containsKey("code")) {
            return texts.text(language, "delivery.neutral.code", Map.of("code", values.getOrDefault("code", "")));
        }
        if (texts.has(key + ".neutral")) {
            return texts.text(language, key + ".neutral", values);
        }
        if (message.purpose() == Purpose.CASE || message.channel() == Channel.TEXT) {
            return texts.text(language, "delivery.neutral.news");
        }
        var ours = new HashMap<>(values);
        ours.put("agency", texts.text(language, "delivery.neutral.agency"));
        var usual = texts.text(language, key + ".body", ours);
        return telling(language, withoutLinks(usual, values)) ? generic(language, values) : usual;
    }

    private String generic(Locale language, Map<String, String> values) {
        var links = values.entrySet().stream()
                .filter(value -> Message.isLink(value.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("\n"));
        return texts.text(language, "delivery.neutral.security", Map.of("links", links));
    }

    private boolean telling(Locale language, String words) {
        return Pattern.compile(
                        texts.text(language, "delivery.neutral.never"),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS)
                .matcher(words)
                .find();
    }

    private static String withoutLinks(String words, Map<String, String> values) {
        var left = words;
        for (var value : values.entrySet()) {
            left = Message.isLink(value.getKey()) ? left.replace(value.getValue(), "") : left;
        }
        return left;
    }
}
