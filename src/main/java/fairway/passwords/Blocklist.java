package fairway.passwords;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Passwords everybody tries first. Rules about kinds of characters turn {@code password} into {@code P@ssw0rd1!}, so what
 * is compared is the word left when usual disguises are taken off.
 */
class Blocklist {
    private static final Pattern FRILLS = Pattern.compile("^[^\\p{L}]{0,3}(.*?)[^\\p{L}]{0,5}$", Pattern.DOTALL);
    private static final Pattern FRONT_FRILLS = Pattern.compile("^[^\\p{L}]{0,3}");
    private static final int SHORTEST_WORD = 4;
    private static final Set<String> OURS = Set.of(
            "fairway",
            "immigration",
            "immigrant",
            "inmigracion",
            "uscis",
            "welcome",
            "bienvenido",
            "bienvenida",
            "greencard",
            "workpermit",
            "passport",
            "pasaporte",
            "contrasena",
            "contraseña",
            "asylum",
            "citizen",
            "america",
            "password",
            "passwort",
            "secret",
            "secreto",
            "letmein",
            "qwerty",
            "qwertyuiop",
            "asdfgh");

    private final Set<String> words;

    Blocklist() {
        words = new HashSet<>(OURS);
        try {
            StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .filter(word -> word.length() >= SHORTEST_WORD)
                    .forEach(words::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the password is one of these words, or of the common ones when there are none, in some disguise. */
    boolean holds(String password, Collection<String> others) {
        var sought = others.isEmpty()
                ? words
                : others.stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(word -> word.length() >= SHORTEST_WORD)
                        .collect(Collectors.toSet());
        var folded = password.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        return sought.contains(folded) || core(folded, sought) || core(plain(folded), sought);
    }

    private static boolean core(String folded, Set<String> sought) {
        var core = FRILLS.matcher(folded);
        var word = core.matches() ? core.group(1) : folded;
        return sought.contains(word)
                || sought.contains(plain(word))
                || sought.contains(FRONT_FRILLS.matcher(folded).replaceFirst(""));
    }

    private static String plain(String disguised) {
        return disguised
                .replace('@', 'a')
                .replace('4', 'a')
                .replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }
}
