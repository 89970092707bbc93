package fairway.legal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The legal texts of this installation, one file each: {@code <form>/<what>.yaml}, and {@code terms.yaml} for everybody. */
@Component
public class LegalTexts {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Map<String, Optional<LegalText>> read = new ConcurrentHashMap<>();
    private final Map<String, LegalDocument> documents = new ConcurrentHashMap<>();
    private final String folder;

    public LegalTexts(@Value("${fairway.legal.texts:demonstration}") String folder) {
        this.folder = folder;
    }

    /** What the applicant, interpreter or preparer signs, or the privacy notice; every form must have its own. */
    public LegalText of(String form, String what) {
        return find(form, what)
                .orElseThrow(() -> new IllegalStateException("No legal text " + what + " for form " + form));
    }

    public Optional<LegalText> find(String form, String what) {
        return read.computeIfAbsent(form + "/" + what, this::load);
    }

    /** The terms of use or the privacy notice. */
    public LegalDocument document(String what) {
        return documents.computeIfAbsent(
                what,
                name -> read(name, LegalDocument.class)
                        .orElseThrow(() -> new IllegalStateException("No legal text " + name)));
    }

    private Optional<LegalText> load(String name) {
        return read(name, LegalText.class);
    }

    /** The operator's own file, or the demonstration's inside the product. */
    private <T> Optional<T> read(String name, Class<T> type) {
        try {
            if (!folder.equals("demonstration")) {
                var file = Path.of(folder, name + ".yaml");
                return Files.exists(file)
                        ? Optional.of(YAML.readValue(Files.readString(file), type))
                        : Optional.empty();
            }
            try (var file = LegalTexts.class.getResourceAsStream("/legal/" + name + ".yaml")) {
                return file == null ? Optional.empty() : Optional.of(YAML.readValue(file, type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
