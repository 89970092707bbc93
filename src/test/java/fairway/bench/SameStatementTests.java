package fairway.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ruling 40: a figure compares the product with pgbench running the same statement, also after somebody changes it. */
class SameStatementTests {
    @Test
    void pgbench_selects_what_the_status_page_selects() throws IOException {
        var product = Files.readString(Path.of("src/main/java/fairway/cases/CaseFiles.java"));
        var measured = StatusPhase.select()
                .replaceFirst("(?s).*?select ", "select ")
                .replace("'BNC' || (1000000000 + :n)::text", ":receipt")
                .replace(";", "");

        assertThat(plain(measured)).startsWith("select form, state").contains(":receipt");
        assertThat(plain(product)).contains(plain(measured));
    }

    private static String plain(String sql) {
        return sql.replaceAll("\\s+", " ").strip();
    }
}
