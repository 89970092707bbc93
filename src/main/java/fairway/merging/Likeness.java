package fairway.merging;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two accounts say the same of their person; a hint for whoever decides, never more. */
enum Likeness {
    SAME,
    DIFFERENT,
    UNKNOWN;

    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static <T> Likeness of(Collection<T> one, Collection<T> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return UNKNOWN;
        }
        return one.stream().anyMatch(other::contains) ? SAME : DIFFERENT;
    }

    /** Two words in common are the same name, or all of a shorter one. */
    static Likeness ofNames(Collection<String> one, Collection<String> other) {
        var ours = one.stream().map(Likeness::words).filter(words -> !words.isEmpty());
        var theirs = other.stream()
                .map(Likeness::words)
                .filter(words -> !words.isEmpty())
                .toList();
        var all = ours.toList();
        if (all.isEmpty() || theirs.isEmpty()) {
            return UNKNOWN;
        }
        return all.stream().anyMatch(name -> theirs.stream().anyMatch(known -> alike(name, known))) ? SAME : DIFFERENT;
    }

    private static boolean alike(Set<String> one, Set<String> other) {
        var common = new HashSet<>(one);
        common.retainAll(other);
        return common.size() >= Math.min(2, Math.min(one.size(), other.size()));
    }

    /** Without accents, case, order and marks between. */
    private static Set<String> words(String name) {
        var plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var words = new HashSet<>(List.of(WORDS.split(plain, -1)));
        words.remove("");
        return words;
    }
}
