package fairway;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnTextsTests {
    @TempDir
    Path folder;

    @BeforeEach
    void an_operators_texts() throws IOException {
        write(folder);
    }

    /** The demonstration's texts under an approver's name. */
    static void write(Path folder) throws IOException {
        for (var name : OwnTexts.names()) {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (var demonstration = OwnTexts.class.getResourceAsStream("/legal/" + name)) {
                var words = new String(
                        java.util.Objects.requireNonNull(demonstration).readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
                Files.writeString(
                        file,
                        words.replace("demonstration: true", "demonstration: false")
                                .replace("the Fairway project, for demonstrations", "the legal office")
                                .replace("el proyecto Fairway, para demostraciones", "la oficina legal")
                                .replaceAll("(en|es): (nobody|nadie)[^\\n]*", "$1: General Counsel, 2026-11-20"));
            }
        }
    }

    @Test
    void texts_with_version_source_and_approver_may_be_used() {
        assertThatCode(() -> new OwnTexts(folder).check()).doesNotThrowAnyException();
    }

    @Test
    void every_text_has_to_be_there() throws IOException {
        for (var name : OwnTexts.names()) {
            var words = Files.readString(folder.resolve(name));
            Files.delete(folder.resolve(name));
            refused(name + " cannot be used: it is missing");
            Files.writeString(folder.resolve(name), words);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version: \"2026-11-01\" | version: \"\" | it has no version",
                "demonstration: false | demonstration: true | it says that it is a demonstration text",
                "en: General Counsel, 2026-11-20 | en: Nobody yet | it names no approver",
                "es: General Counsel, 2026-11-20 | es: \"\" | it names no approver",
                "en: the legal office | en: | it names no source",
                "'  es:~    - title' | '  fr:~    - title' | words are missing in the language es",
                "sections: | 'sections: {' | it is not YAML that can be read"
            })
    void a_text_that_lacks_something_is_refused_in_one_line(String has, String gets, String why) throws IOException {
        var file = folder.resolve("terms.yaml");
        var words = Files.readString(file);
        Files.writeString(file, words.replace(has.replace('~', '\n'), gets.replace('~', '\n')));
        refused("terms.yaml cannot be used: " + why);
    }

    @Test
    void a_folder_has_to_be_one() {
        assertThatThrownBy(() -> new OwnTexts(folder.resolve("none")).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("no folder with legal texts");
    }

    private void refused(String line) {
        assertThatThrownBy(() -> new OwnTexts(folder).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(line)
                .message()
                .hasLineCount(1);
    }
}
