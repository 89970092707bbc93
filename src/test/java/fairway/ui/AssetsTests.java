package fairway.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AssetsTests {
    private static final Path FOLDER = Path.of("src/main/resources/static/assets");

    @Test
    void every_file_is_named_by_what_is_in_it() throws IOException, NoSuchAlgorithmException {
        try (var files = Files.list(FOLDER)) {
            for (var file : files.toList()) {
                var hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                assertThat(file.getFileName().toString())
                        .contains("-" + HexFormat.of().formatHex(hash).substring(0, 10) + ".");
            }
        }
    }

    @Test
    void the_list_names_every_file() throws IOException {
        try (var files = Files.list(FOLDER)) {
            var listed = Files.readAllLines(Path.of("src/main/resources/ui/assets.properties")).stream()
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .toList();
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(listed);
        }
    }

    @Test
    void every_icon_a_page_names_is_in_the_sprite() throws IOException {
        var assets = new Assets();
        var sprite = Files.readString(Path.of("src/main/resources/static" + assets.address("icons.svg")));
        try (var pages = Files.walk(Path.of("src/main/jte"))) {
            for (var page :
                    pages.filter(file -> file.toString().endsWith(".jte")).toList()) {
                java.util.regex.Pattern.compile("\\bicon\\(page = page, name = \"([a-z_]+)\"")
                        .matcher(Files.readString(page))
                        .results()
                        .forEach(found -> assertThat(sprite).contains("id=\"" + found.group(1) + "\""));
            }
        }
    }
}
