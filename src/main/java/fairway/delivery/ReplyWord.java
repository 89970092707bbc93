package fairway.delivery;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What people answer to a text message, in English or Spanish. */
enum ReplyWord {
    STOP("stop stopall unsubscribe cancel end quit revoke optout alto parar cancelar basta"),
    START("start unstop yes resume si iniciar comenzar"),
    HELP("help info ayuda"),
    OTHER("");

    private static final List<String> SPANISH =
            List.of("alto", "parar", "cancelar", "basta", "si", "iniciar", "comenzar", "ayuda");

    private final String words;

    ReplyWord(String words) {
        this.words = words;
    }

    static ReplyWord read(String text) {
        var word = plain(text);
        return Arrays.stream(values())
                .filter(one -> List.of(one.words.split(" ")).contains(word))
                .findFirst()
                .orElse(OTHER);
    }

    static boolean spanish(String text) {
        return SPANISH.contains(plain(text));
    }

    /** In lower case without accents, quotation marks, dots and spaces. */
    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]", "");
    }
}
