package fairway.forms;

import com.ibm.icu.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of an edition in each of its languages, as ICU message patterns. */
final class Wording {
    private final Map<String, Map<String, String>> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Wording(Map<String, Map<String, String>> patterns) {
        this.patterns = Map.copyOf(patterns);
    }

    boolean has(Locale language, String key) {
        return of(language).containsKey(key);
    }

    Set<String> keys(Locale language) {
        return of(language).keySet();
    }

    String pattern(Locale language, String key) {
        var pattern = of(language).get(key);
        if (pattern == null) {
            throw new MissingResourceException("No text " + key + " in " + language, "forms", key);
        }
        return pattern;
    }

    String text(Locale language, String key, Map<String, Object> arguments) {
        var pattern = pattern(language, key);
        if (pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        var shared = formats.computeIfAbsent(
                language.getLanguage() + " " + key, any -> new MessageFormat(pattern, language));
        return shared.clone().format(arguments);
    }

    private Map<String, String> of(Locale language) {
        return patterns.getOrDefault(language.getLanguage(), Map.of());
    }
}
