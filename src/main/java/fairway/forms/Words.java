package fairway.forms;

import fairway.forms.Reading.Wrong;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads names and free words: any Latin letters with any marks, one name is enough, other scripts get a clear message. */
final class Words {
    private static final Map<String, Integer> NAME_LIMITS =
            Map.of("family", 60, "given", 40, "middle", 40, "name", 100);
    private static final String NEW_LINE = Character.toString('\n');
    private static final String IN_NAMES = " -'’ʻʼ`´.,";

    private Words() {}

    static Reading name(Map<String, String> typed) {
        var boxes = new LinkedHashMap<String, String>();
        for (var box : Kind.NAME.boxes()) {
            var word = line(typed.getOrDefault(box, ""));
            var wrong = nameFault(word, box);
            if (wrong != null) {
                return wrong;
            }
            if (!word.isEmpty()) {
                boxes.put(box, word);
            }
        }
        return boxes.containsKey("family") ? new Reading.Ok(new Value.Parts(boxes)) : Reading.wrong("family", "family");
    }

    static Reading signature(Map<String, String> typed) {
        var name = line(typed.getOrDefault("name", ""));
        var wrong = nameFault(name, "name");
        return wrong != null ? wrong : new Reading.Ok(new Value.Parts(Map.of("name", name)));
    }

    static Reading text(ItemType type, String typed) {
        var words = line(typed);
        var wrong = fault(words, type, "");
        if (wrong != null) {
            return wrong;
        }
        if (type.pattern() == null || words.matches(type.pattern())) {
            return Reading.text(words);
        }
        var number = Reader.tidy(words);
        return number.matches(type.pattern()) ? Reading.text(number) : Reading.wrong("pattern");
    }

    static Reading longText(ItemType type, String typed) {
        var words = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("\\R", NEW_LINE)
                .replaceAll("[\\p{Cntrl}&&[^\n]]", " ")
                .strip();
        var wrong = fault(words, type, "");
        return wrong != null ? wrong : Reading.text(words);
    }

    /** One line, composed, single spaces. */
    static String line(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replaceAll("[\\s\\p{Z}\\p{Cntrl}]+", " ")
                .strip();
    }

    private static @Nullable Wrong nameFault(String word, String box) {
        var limit = NAME_LIMITS.getOrDefault(box, 60);
        if (length(word) > limit) {
            return new Wrong("too_long", Map.of("max", limit), box);
        }
        var strange = word.codePoints()
                .filter(c -> !(isLatin(c) && !Character.isDigit(c) && isLetterOrMark(c)) && IN_NAMES.indexOf(c) < 0)
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        if (!strange.isEmpty()) {
            return letters(strange, box);
        }
        var hasLetter = word.codePoints().anyMatch(Character::isLetter);
        return word.isEmpty() || hasLetter ? null : letters(java.util.List.of(word), box);
    }

    static @Nullable Wrong fault(String words, ItemType type, String box) {
        if (length(words) > type.max()) {
            return new Wrong("too_long", Map.of("max", type.max()), box);
        }
        if (length(words) < type.min()) {
            return new Wrong("too_short", Map.of("min", type.min()), box);
        }
        return scriptFault(words, box);
    }

    static @Nullable Wrong scriptFault(String words, String box) {
        var strange = words.codePoints()
                .filter(c -> !isLatin(c) || !isPlain(c))
                .mapToObj(Character::toString)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        return strange.isEmpty() ? null : letters(strange, box);
    }

    private static Wrong letters(Iterable<String> strange, String box) {
        var some = new StringBuilder();
        for (var one : strange) {
            if (some.length() < 20) {
                some.append(some.isEmpty() ? "" : " ").append(one);
            }
        }
        return new Wrong("letters", Map.of("letters", some.toString()), box);
    }

    static int length(String words) {
        return words.codePointCount(0, words.length());
    }

    private static boolean isLatin(int c) {
        var script = UnicodeScript.of(c);
        return script == UnicodeScript.LATIN || script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
    }

    private static boolean isLetterOrMark(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** Letters, marks, digits, spaces, punctuation and everyday signs; no pictures and nothing invisible. */
    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_SYMBOL -> c == '°' || c == '©' || c == '®';
            case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED -> false;
            case Character.CONTROL -> c == '\n';
            default -> true;
        };
    }
}
