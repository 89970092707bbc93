package fairway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The legal texts that the operator supplied in a folder: each that the demonstration has, with its version, its source, who
 * approved it, and its words in every language.
 */
final class OwnTexts {
    private static final String TERMS = "terms.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Pattern BELOW = Pattern.compile(".*/legal/(.+)");
    private static final List<String> LANGUAGES = List.of("en", "es");

    private final Path folder;

    OwnTexts(Path folder) {
        this.folder = folder;
    }

    /** Refuses with the first thing that is missing. */
    void check() {
        if (!Files.isDirectory(folder)) {
            throw new CannotStart(
                    "fairway.legal.texts names " + folder + ", which is no folder with legal texts in it");
        }
        for (var name : names()) {
            var file = folder.resolve(name);
            if (!Files.isReadable(file)) {
                throw refused(name, "it is missing or not readable");
            }
            check(name, read(name, file));
        }
    }

    /** Every text that somebody signs, agrees to or is told. */
    static List<String> names() {
        try {
            var names = new ArrayList<String>();
            var terms = Objects.requireNonNull(OwnTexts.class.getResource("/legal/" + TERMS))
                    .toString();
            var root = terms.substring(0, terms.length() - TERMS.length());
            for (var found : new PathMatchingResourcePatternResolver().getResources(root + "**/*.yaml")) {
                var below = BELOW.matcher(found.getURL().toString());
                if (below.matches()) {
                    names.add(below.group(1));
                }
            }
            names.sort(String::compareTo);
            return names;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode read(String name, Path file) {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw refused(name, "it is not YAML that can be read");
        }
    }

    private void check(String name, JsonNode text) {
        if (text.path("version").asString("").isBlank()) {
            throw refused(name, "it has no version");
        }
        if (text.path("demonstration").asBoolean(false)) {
            throw refused(name, "it says that it is a demonstration text");
        }
        said(name, text.path("source"), "source");
        var approver = text.has("approver") ? text.path("approver") : text.path("approved-by");
        said(name, approver, "approver");
        var body = text.has("sections") ? text.path("sections") : text.path("paragraphs");
        if (body.isEmpty()) {
            throw refused(name, "it has no words");
        }
        for (var language : LANGUAGES) {
            var words = body.isArray()
                    ? body.valueStream()
                            .allMatch(part -> !part.path(language).asString("").isBlank())
                    : !body.path(language).isEmpty();
            if (!words) {
                throw refused(name, "words are missing in the language " + language);
            }
        }
    }

    private void said(String name, JsonNode who, String what) {
        var all = who.isObject()
                ? LANGUAGES.stream().map(one -> who.path(one).asString("")).toList()
                : List.of(who.asString(""));
        for (var one : all) {
            if (one.isBlank() || one.toLowerCase(Locale.ROOT).matches("(nobody|nadie)\\b.*")) {
                throw refused(name, "it names no " + what);
            }
        }
    }

    private CannotStart refused(String name, String why) {
        return new CannotStart("The legal text " + folder.resolve(name) + " cannot be used: " + why);
    }
}
