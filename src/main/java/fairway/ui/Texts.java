package fairway.ui;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Every sentence a person reads, in every language; ICU message patterns under {@code messages/<module>.<language>.properties}. */
@Component
public class Texts {
    /** The languages every page, message and letter exists in; the first is the official one. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));

    private final Map<Locale, Map<String, String>> patterns = new HashMap<>();
    private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();

    private final Shown shown;
    private final UiSettings settings;
    private final boolean standIns;

    /** The texts of a demonstration in New York, for tests and commands that run without an application. */
    public Texts() {
        this(new Shown(ZoneId.of("America/New_York")), UiSettings.DEMONSTRATION, true);
    }

    @Autowired
    Texts(Shown shown, UiSettings settings, StandIns standIns) {
        this(shown, settings, standIns.used());
    }

    private Texts(Shown shown, UiSettings settings, boolean standIns) {
        this.shown = shown;
        this.settings = settings;
        this.standIns = standIns;
        LANGUAGES.forEach(language -> patterns.put(language, read(language)));
        requireWhole();
    }

    public boolean has(String key) {
        return patterns.getOrDefault(Locale.ENGLISH, Map.of()).containsKey(key);
    }

    /** The text in this language; arguments are {@code {0}}, {@code {1}}, or by name when one map is given. */
    public String text(Locale language, String key, Object... arguments) {
        var pattern = patterns.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            throw new MissingResourceException("No text " + key + " in " + language, "messages", key);
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        var shared = formats.computeIfAbsent(language, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, any -> new MessageFormat(pattern, language));
        var format = shared.clone();
        return arguments.length == 1 && arguments[0] instanceof Map<?, ?> named
                ? format.format(named)
                : format.format(arguments);
    }

    /** December 4, 2026. */
    public String date(Locale language, LocalDate date) {
        return shown.date(language, date);
    }

    /** December 4, 2026, 11:59 p.m. Eastern Time. */
    public String instant(Locale language, Instant instant) {
        return shown.instant(language, instant);
    }

    /** Friday, December 4, 2026, 11:59 p.m. Eastern Time: for what a person must keep. */
    public String deadline(Locale language, Instant instant) {
        return shown.deadline(language, instant);
    }

    public String money(Locale language, long cents) {
        return shown.money(language, cents);
    }

    /** Name of the operator. */
    public String agency() {
        return settings.agency();
    }

    /** Whether messages or payments go nowhere; then papers say so, too. */
    public boolean standIns() {
        return standIns;
    }

    /** Where people write for help. */
    public String email() {
        return settings.email();
    }

    /** Where people call for help. */
    public String phone() {
        return settings.phone();
    }

    /** All keys in all languages; the start fails rather than a page. */
    private void requireWhole() {
        var every = new TreeSet<String>();
        patterns.values().forEach(known -> every.addAll(known.keySet()));
        for (var language : LANGUAGES) {
            var missing = new TreeSet<>(every);
            missing.removeAll(patterns.getOrDefault(language, Map.of()).keySet());
            if (!missing.isEmpty()) {
                throw new IllegalStateException("No text in " + language.getLanguage() + " for " + missing);
            }
        }
    }

    /** For tests that compare languages. */
    Map<String, String> patterns(Locale language) {
        return patterns.getOrDefault(language, Map.of());
    }

    private static Map<String, String> read(Locale language) {
        var all = new HashMap<String, String>();
        try {
            var found = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*." + language.getLanguage() + ".properties");
            for (var resource : found) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> all.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }
}
