package fairway.forms;

import com.ibm.icu.text.MessageFormat;
import fairway.forms.Analyser.Note;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Reads every text of an edition for gaps, leftovers, legal advice and hard sentences. */
final class TextReview {
    private static final Map<String, Pattern> ADVICE = Map.of(
            "en",
            Pattern.compile(
                    "(?iU)\\b(in)?eligib\\w*|\\bqualif\\w*|\\bentitled\\b|\\bshould (file|apply|submit|choose|request)\\b|\\bwe recommend\\b|\\bofficial website\\b"),
            "es",
            Pattern.compile(
                    "(?iU)\\b(in)?elegib\\w*|\\bcalifica\\w*|\\breún\\w+ los requisitos|\\btiene derecho a\\b|\\bdebería (presentar|solicitar|enviar|elegir|pedir)\\b|\\ble recomendamos\\b|\\ble conviene\\b"));
    private static final double HARD_GRADE = 9.5;
    private static final double HARD_SPANISH = 55;

    private final Edition edition;
    private final List<Note> notes = new ArrayList<>();

    TextReview(Edition edition) {
        this.edition = edition;
    }

    List<Note> notes() {
        var keys = new TextKeys(edition);
        for (var language : edition.header().languages()) {
            var locale = Locale.of(language);
            var file = edition + "/text." + language + ".yaml";
            var have = edition.wording().keys(locale);
            missing(file, keys.required(), have);
            for (var key : new TreeSet<>(have)) {
                if (!keys.knows(key)) {
                    notes.add(Note.error(file, "nobody uses " + key));
                }
                read(file, key, locale);
            }
        }
        return notes;
    }

    private void missing(String file, Set<String> required, Set<String> have) {
        required.stream()
                .filter(key -> !have.contains(key))
                .forEach(key -> notes.add(Note.error(file, "no text " + key)));
    }

    private void read(String file, String key, Locale locale) {
        var text = edition.wording().pattern(locale, key);
        if (text.isBlank()) {
            notes.add(Note.error(file, "empty text " + key));
        }
        var advice = ADVICE.getOrDefault(locale.getLanguage(), Pattern.compile("(?!)"))
                .matcher(text);
        if (advice.find()) {
            notes.add(Note.error(file, key + " gives legal advice: “" + advice.group() + "”"));
        }
        pattern(file, key, text, locale);
        grade(file, key, text, locale);
    }

    private void pattern(String file, String key, String text, Locale locale) {
        try {
            var used = new HashSet<>(new MessageFormat(text, locale).getArgumentNames());
            edition.checks().stream()
                    .filter(check -> check.textKey().equals(key))
                    .forEach(check -> used.removeAll(check.args().keySet()));
            used.remove("question");
            if (!used.isEmpty() && !key.contains(".error.")) {
                notes.add(Note.error(file, key + " uses unknown arguments " + used));
            }
        } catch (IllegalArgumentException e) {
            notes.add(Note.error(file, key + " is no message pattern: " + e.getMessage()));
        }
    }

    private void grade(String file, String key, String text, Locale locale) {
        if (locale.getLanguage().equals("en") && Grade.english(text) > HARD_GRADE) {
            notes.add(Note.warning(file, key + " reads like grade " + Math.round(Grade.english(text))));
        }
        if (locale.getLanguage().equals("es") && Grade.spanish(text) < HARD_SPANISH) {
            notes.add(Note.warning(file, key + " is hard to read: " + Math.round(Grade.spanish(text)) + " of 100"));
        }
    }

    /** How hard a text is to read, by the usual formulas; only long texts say anything. */
    static final class Grade {
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
                    1,
                    SENTENCE.splitAsStream(text).filter(part -> !part.isBlank()).count());
        }

        private static double syllables(String text) {
            return count(SYLLABLE, text);
        }

        private static double count(Pattern pattern, String text) {
            return pattern.matcher(text).results().count();
        }
    }
}
