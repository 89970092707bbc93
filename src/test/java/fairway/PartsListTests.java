package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The list of parts that every build puts into the product; made between compiling and testing. */
@Tag("SEC-8")
class PartsListTests {
    private static final Path LIST = Path.of("target/classes/META-INF/sbom/application.cdx.json");
    private static final Path POM = Path.of("pom.xml");

    @Test
    @Tag("H11")
    void every_library_of_the_product_is_on_the_list_of_parts() throws Exception {
        assertThat(LIST).exists();
        var list = new JsonMapper().readTree(Files.readString(LIST));
        assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
        var listed = new TreeSet<String>();
        list.path("components")
                .forEach(part -> listed.add(part.path("name").asString() + "-"
                        + part.path("version").asString()));
        var pom = Files.readString(POM);
        var direct = Pattern.compile("<dependency>\\s*<groupId>[^<]+</groupId>\\s*<artifactId>([^<]+)</artifactId>")
                .matcher(pom.substring(0, pom.indexOf("<build>")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(direct)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(listed).anyMatch(part -> part.startsWith(name + "-")));
        var jars = Pattern.compile(File.pathSeparator)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> String.valueOf(Path.of(entry).getFileName()))
                .filter(name -> name.startsWith("spring-") && name.endsWith(".jar") && !name.contains("test"))
                .filter(name -> !name.contains("modulith"))
                .map(name -> name.replaceFirst("\\.jar$", ""))
                .toList();
        assertThat(jars)
                .hasSizeGreaterThan(20)
                .allSatisfy(jar -> assertThat(listed).contains(jar));
    }
}
