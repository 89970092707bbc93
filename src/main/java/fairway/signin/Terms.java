package fairway.signin;

import fairway.ui.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The terms of use in force: a dated file that says who wrote and who approved it. */
@Component
class Terms {
    private static final String FILE = "terms/2026-11-01.yaml";

    private final Text text;

    Terms() {
        try (var file = new ClassPathResource(FILE).getInputStream()) {
            text = YAMLMapper.builder().build().readValue(file, Text.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Text(
            String version,
            Map<String, String> source,
            Map<String, String> approver,
            boolean demonstration,
            Map<String, List<Section>> sections) {}

    record Section(String title, String text) {}

    Text text() {
        return text;
    }

    List<Section> in(Locale language) {
        return Objects.requireNonNull(text.sections()
                .getOrDefault(
                        language.getLanguage(),
                        text.sections().get(Texts.LANGUAGES.getFirst().getLanguage())));
    }
}
