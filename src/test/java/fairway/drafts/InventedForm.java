package fairway.drafts;

import fairway.forms.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.util.FileSystemUtils;

/** A small invented form with every kind of question, in place of the real ones; three checks have other levels. */
@TestConfiguration(proxyBeanMethods = false)
public class InventedForm {
    @Bean
    @Primary
    Forms inventedForms() {
        try {
            var folder = Files.createTempDirectory("forms");
            var shared = Path.of("src/main/resources/forms");
            for (var file : new String[] {"facts.yaml", "types.en.yaml", "types.es.yaml"}) {
                Files.copy(shared.resolve(file), folder.resolve(file));
            }
            FileSystemUtils.copyRecursively(Path.of("src/test/resources/invented"), folder);
            return Forms.in(folder, "t-1 T-3 BLOCK", "t-1 T-4 WARN", "t-1 T-5 OFFICE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
