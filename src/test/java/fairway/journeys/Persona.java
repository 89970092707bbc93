package fairway.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The answers of one invented person, as the edition's own examples give them. */
record Persona(String id, Map<String, Object> answers) {
    private static final String FOLDER = "/forms/i-765/2025-08-21/personas/";

    static Persona of(String id) {
        try (var file = Objects.requireNonNull(Persona.class.getResourceAsStream(FOLDER + id + ".yaml"))) {
            var whole = new YAMLMapper().readValue(file, new TypeReference<Map<String, Object>>() {});
            @SuppressWarnings("unchecked")
            var answers = (Map<String, Object>) Objects.requireNonNull(whole.get("answers"));
            return new Persona(id, answers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words typed for one scalar answer. */
    static String words(@Nullable Object answer) {
        return answer instanceof Boolean yes ? (yes ? "yes" : "no") : String.valueOf(answer);
    }

    String legalName() {
        @SuppressWarnings("unchecked")
        var name = (Map<String, Object>) Objects.requireNonNull(answers.get("applicant.name"));
        var full = new StringBuilder();
        for (var part : new String[] {"given", "middle", "family"}) {
            if (name.containsKey(part)) {
                full.append(full.isEmpty() ? "" : " ").append(words(name.get(part)));
            }
        }
        return full.toString();
    }
}
