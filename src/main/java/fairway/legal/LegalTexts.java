package fairway.legal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The legal texts of each form, one file each under {@code legal/<form>/}. */
@Component
public class LegalTexts {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Map<String, Optional<LegalText>> read = new ConcurrentHashMap<>();

    /** What the applicant, interpreter or preparer signs, or the privacy notice; every form must have its own. */
    public LegalText of(String form, String what) {
        return find(form, what)
                .orElseThrow(() -> new IllegalStateException("No legal text " + what + " for form " + form));
    }

    public Optional<LegalText> find(String form, String what) {
        return read.computeIfAbsent(form + "/" + what, LegalTexts::load);
    }

    private static Optional<LegalText> load(String name) {
        try (var file = LegalTexts.class.getResourceAsStream("/legal/" + name + ".yaml")) {
            return file == null ? Optional.empty() : Optional.of(YAML.readValue(file, LegalText.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
