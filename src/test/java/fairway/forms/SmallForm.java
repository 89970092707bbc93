package fairway.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Writes a small edition for a test and answers it; every text is its own key. */
final class SmallForm {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Path SHARED = Path.of("src/main/resources/forms");

    private final Map<String, String> files = new LinkedHashMap<>();

    SmallForm() {
        file("form.yaml", """
                form: t-1
                edition: 2026-01-01
                number: T-1
                released: no
                omb: {number: 0000-0000, expires: 2027-01-01}
                burden-minutes: 10
                official-language: en
                languages: [en, es]
                parts: [one]
                context:
                  - {id: channel, type: choice, choices: [online, paper]}
                  - {id: forms, type: multi, choices: [i485, i589]}
                """);
        file("validity.yaml", """
                valid-from: 2026-01-01
                source: Invented
                read: 2026-01-01
                confirmed: yes
                """);
        file("text.en.yaml", "form.title: Test\n");
        file("text.es.yaml", "form.title: Prueba\n");
    }

    SmallForm file(String name, String text) {
        files.put(name, text);
        return this;
    }

    String text(String name) {
        return files.getOrDefault(name, "");
    }

    SmallForm pages(String pages) {
        return file("parts/one.yaml", """
                id: one
                number: "1"
                pages:
                %s\
                """.formatted(pages.indent(2)));
    }

    Forms forms(String... levels) {
        try {
            var root = Files.createTempDirectory("forms");
            for (var shared : new String[] {"facts.yaml", "types.en.yaml", "types.es.yaml"}) {
                Files.copy(SHARED.resolve(shared), root.resolve(shared));
            }
            Files.writeString(root.resolve("index.yaml"), "editions: [t-1/2026-01-01]\n");
            for (var file : files.entrySet()) {
                var path = root.resolve("t-1/2026-01-01").resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            return Forms.in(root, levels);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Edition edition() {
        return forms().edition("t-1", "2026-01-01");
    }

    /** Typed words as {@code path=words}; a box after {@code /}; a finished page as {@code !page}. */
    static Answers answers(Edition edition, String... typed) {
        var words = new LinkedHashMap<String, Map<String, String>>();
        Set<String> finished = new TreeSet<>();
        for (var one : typed) {
            if (one.startsWith("!")) {
                finished.add(one.substring(1));
                continue;
            }
            var equals = one.indexOf('=');
            var slash = one.lastIndexOf('/', equals);
            var path = one.substring(0, slash < 0 ? equals : slash);
            var box = slash < 0 ? "" : one.substring(slash + 1, equals);
            words.computeIfAbsent(path, any -> new LinkedHashMap<>()).put(box, one.substring(equals + 1));
        }
        return new TypedWords(edition, TODAY).read(words, finished);
    }
}
