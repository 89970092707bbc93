package fairway.forms;

import java.util.regex.Pattern;

/** How hard a text is to read, by the usual formulas; only long texts say anything. */
final class Grade {
    private static final Pattern SENTENCE = Pattern.compile("[.!?:;]+(\\s+|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}’']+");
    private static final Pattern SYLLABLE = Pattern.compile("[aeiouyáéíóúü]+", Pattern.CASE_INSENSITIVE);
    private static final int ENOUGH_WORDS = 12;

    private Grade() {}

    /** Flesch-Kincaid school grade. */
    static double english(String text) {
        var words = count(WORD, text);
        if (words < ENOUGH_WORDS) {
            return 0;
        }
        return 0.39 * words / sentences(text) + 11.8 * syllables(text.replaceAll("e\\b", "")) / words - 15.59;
    }

    /** Fernández Huerta, 100 easy to 0 hard. */
    static double spanish(String text) {
        var words = count(WORD, text);
        if (words < ENOUGH_WORDS) {
            return 100;
        }
        return 206.84 - 60.0 * syllables(text) / words - 1.02 * words / sentences(text);
    }

    private static double sentences(String text) {
        return Math.max(
                1, SENTENCE.splitAsStream(text).filter(part -> !part.isBlank()).count());
    }

    private static double syllables(String text) {
        return count(SYLLABLE, text);
    }

    private static double count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
