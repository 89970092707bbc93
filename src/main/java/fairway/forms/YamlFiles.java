package fairway.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Strict reading of YAML files from a folder or from the class path. */
final class YamlFiles {
    static final String VALIDITY = "validity.yaml";
    private static final Pattern ANCHOR = Pattern.compile("(?m)^[^#'\"\\n]*(:|-)\\s+[&*][A-Za-z]");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private final @Nullable Path folder;
    private final Map<String, String> read = new ConcurrentSkipListMap<>();

    private YamlFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    static YamlFiles bundled() {
        return new YamlFiles(null);
    }

    static YamlFiles in(Path folder) {
        return new YamlFiles(folder);
    }

    <T> T read(String file, Class<T> type) {
        return find(file, type).orElseThrow(() -> new BadEdition(file, "the file is missing"));
    }

    <T> Optional<T> find(String file, Class<T> type) {
        var text = text(file);
        text.ifPresent(words -> read.put(file, words));
        return text.map(words -> parse(file, words, type));
    }

    /** One hash over the names and contents of all files read below a folder, but not over how long it is valid. */
    String fingerprint(String below) {
        var all = new StringBuilder();
        read.forEach((file, words) -> {
            if (file.startsWith(below + "/") && !file.equals(below + "/" + VALIDITY)) {
                all.append(file).append((char) 0).append(words).append((char) 0);
            }
        });
        return new CanonicalFiling(all.toString(), List.of()).sha256();
    }

    /** The fingerprint noted when the edition was released. */
    String releasedAs(String below) {
        return text(below + "/released.sha256").map(String::strip).orElse("");
    }

    static <T> T parse(String file, String text, Class<T> type) {
        if (ANCHOR.matcher(text).find()) {
            throw new BadEdition(file, "anchors and aliases are not allowed");
        }
        try {
            return YAML.readValue(text, type);
        } catch (JacksonException e) {
            var at = e.getLocation();
            var line = at == null ? "" : " (line " + at.getLineNr() + ")";
            throw new BadEdition(file, e.getOriginalMessage() + line);
        }
    }

    private Optional<String> text(String file) {
        try {
            if (folder != null) {
                var path = folder.resolve(file);
                return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
            }
            try (var in = YamlFiles.class.getResourceAsStream("/forms/" + file)) {
                return in == null
                        ? Optional.empty()
                        : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
