package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The register of deviations names tests; each must be there. */
class DeviationsDocsTests {
    private static final Pattern NAMED = Pattern.compile("`(fairway\\.[\\w.]+Tests)(?:#(\\w+))?`");

    @Test
    void every_deviation_has_a_test_that_exists() throws Exception {
        var rows = Files.readAllLines(Path.of("docs/deviations.md")).stream()
                .filter(line -> line.matches("\\| D\\d .*"))
                .toList();
        assertThat(rows).hasSize(9);
        for (var row : rows) {
            var named = NAMED.matcher(row).results().toList();
            assertThat(named).as(row).isNotEmpty();
            for (var each : named) {
                var test = Class.forName(each.group(1));
                assertThat(each.group(2) == null
                                || Arrays.stream(test.getDeclaredMethods())
                                        .anyMatch(method -> method.getName().equals(each.group(2))))
                        .as(each.group())
                        .isTrue();
            }
        }
    }
}
