package fairway.drafts;

import fairway.forms.Forms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.FileSystemUtils;

/**
 * A small invented form with every kind of question, in place of the real ones; three checks have other levels. From 2040 on
 * a newer edition stands beside it, which nobody has confirmed, and this installation takes nothing unconfirmed.
 */
@TestConfiguration(proxyBeanMethods = false)
public class InventedForm {
    public static final LocalDate NEWER = LocalDate.of(2040, 1, 1);

    @Bean
    DynamicPropertyRegistrar strict() {
        return settings -> settings.add("fairway.payments.accept-unconfirmed", () -> "false");
    }

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
            newer(folder);
            return Forms.in(folder, "t-1 T-3 BLOCK", "t-1 T-4 WARN", "t-1 T-5 OFFICE");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As an author would: a folder beside the old one, its line in the index, and nothing else. */
    private static void newer(Path folder) throws IOException {
        var made = folder.resolve("t-1/" + NEWER);
        FileSystemUtils.copyRecursively(folder.resolve("t-1/2026-01-01"), made);
        var form = made.resolve("form.yaml");
        Files.writeString(form, Files.readString(form).replace("edition: 2026-01-01", "edition: " + NEWER));
        Files.writeString(
                made.resolve("validity.yaml"),
                "{valid-from: " + NEWER + ", source: Newspapers, read: 2039-12-01, confirmed: no}\n");
        Files.writeString(folder.resolve("index.yaml"), "editions: [t-1/2026-01-01, t-1/" + NEWER + "]\n");
    }
}
