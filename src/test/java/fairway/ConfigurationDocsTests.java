package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** {@code docs/configuration.md} is written from the typed settings; {@code ./fairway docs} writes it anew. */
class ConfigurationDocsTests {
    private static final Path PAGE = Path.of("docs/configuration.md");
    private static final String HEAD = """
            # Settings

            Written by `./fairway docs` from the typed settings in the code. Each can be given as an environment variable
            (`fairway.signin.idle` is `FAIRWAY_SIGNIN_IDLE`), as `--fairway.signin.idle=…` on the command line, or in `fairway.yaml`
            inside the data folder. `./fairway run` knows besides:

            | variable or option | meaning |
            |---|---|
            | `FAIRWAY_DATA`, `--data DIR` | data folder; `/var/lib/fairway` for root, else below the user’s own data folder |
            | `FAIRWAY_PORT`, `--port N` | port of the pages, 8080 |
            | `FAIRWAY_ADDRESS` | address to listen on, 127.0.0.1; any other than this machine’s own needs `fairway.tls.…` or `fairway.network.trusted-proxies` |
            | `FAIRWAY_DATABASE_URL` | a database of your own instead of the embedded one: `jdbc:postgresql://HOST/DATABASE?user=OWNER&password=…`, its owner with the right `CREATEROLE`; the owner migrates, the application works as `fairway_app`, a role made by it |
            | `FAIRWAY_MODE=production` | a real installation: refuses demonstration stand-ins |
            | `FAIRWAY_HEAP` | Java heap, 512m |
            | `--no-demo` | a demonstration without its invented people |

            """;

    @Test
    void the_page_lists_every_setting_with_its_meaning_and_default() throws Exception {
        var page = HEAD + settings();
        if ("write".equals(System.getProperty("fairway.docs"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private static String settings() throws Exception {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var types = new ArrayList<Class<?>>();
        for (var found : scan.findCandidateComponents("fairway")) {
            var type = Class.forName(found.getBeanClassName());
            if (!type.getPackageName().equals("fairway.planted")) {
                types.add(type);
            }
        }
        types.sort(Comparator.comparing(Class::getName));
        var page = new StringBuilder();
        for (var type : types) {
            var prefix = type.getAnnotation(ConfigurationProperties.class).value();
            page.append("## ")
                    .append(type.getPackageName().replace("fairway.", ""))
                    .append("\n\n");
            page.append("| setting | default | meaning |\n|---|---|---|\n");
            rows(type, type, prefix).forEach(row -> page.append(row).append('\n'));
            page.append('\n');
        }
        return page.toString();
    }

    private static List<String> rows(Class<?> type, Class<?> file, String prefix) throws IOException {
        var rows = new ArrayList<String>();
        for (RecordComponent component : type.getRecordComponents()) {
            var name = prefix + "."
                    + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            if (component.getType().isRecord() && component.getType().getEnclosingClass() == file) {
                rows.addAll(rows(component.getType(), file, name));
                continue;
            }
            var given =
                    component.getDeclaringRecord().getDeclaredConstructors()[0].getParameters();
            var defaults = "";
            for (var parameter : given) {
                if (parameter.getName().equals(component.getName())
                        && parameter.isAnnotationPresent(DefaultValue.class)) {
                    defaults = String.join(
                            ", ", parameter.getAnnotation(DefaultValue.class).value());
                }
            }
            rows.add("| `" + name + "` | " + (defaults.isEmpty() ? "" : "`" + defaults + "`") + " | "
                    + meaning(file, component.getName()) + " |");
        }
        return rows;
    }

    private static String meaning(Class<?> file, String component) throws IOException {
        var source = Files.readString(Path.of("src/main/java", file.getName().replace('.', '/') + ".java"));
        var found = Pattern.compile("@param " + component + "\\s+((?:(?!\\* @param|\\*/)[\\s\\S])*)")
                .matcher(source);
        assertThat(found.find())
                .as("%s.%s has a meaning", file.getSimpleName(), component)
                .isTrue();
        return found.group(1)
                .replaceAll("\\s*\\*\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
