package fairway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The budgets on tails: files, methods, modules, dependencies, the root of the repository, and SQL that stays at home. */
class BudgetTests {
    private static final Path MAIN = Path.of("src/main/java/fairway");
    private static final Pattern SCHEMA = Pattern.compile("\\b(?:from|join|into|update|table)\\s+([a-z]+)\\.[a-z_]+");

    private static final Pattern TENANT =
            Pattern.compile("(?i)\\b(tenant|agency|installation)(_id)?\\s+(uuid|text|int|bigint)");

    @Test
    void no_file_is_longer_than_300_lines() throws IOException {
        assertThat(tooLong(MAIN, 300)).isEmpty();
    }

    @Test
    void a_planted_long_file_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Long.java"), "//\n".repeat(301));
        assertThat(tooLong(folder, 300)).hasSize(1);
    }

    @Test
    void no_method_is_longer_than_40_lines() throws IOException {
        assertThat(Methods.longerThan(40, sources(MAIN))).isEmpty();
    }

    @Test
    void a_planted_long_method_is_found(@TempDir Path folder) throws IOException {
        var file = folder.resolve("Long.java");
        Files.writeString(file, "class Long { void run() {\n" + "int.class.getName();\n".repeat(41) + "} }");
        assertThat(Methods.longerThan(40, List.of(file))).hasSize(1);
    }

    @Test
    void a_module_has_at_most_60_files() throws IOException {
        var sizes = sources(MAIN).stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(sizes).allSatisfy((module, files) -> assertThat(files).isLessThanOrEqualTo(60));
    }

    @Test
    void the_root_has_at_most_12_files_and_45_dependencies_are_declared() throws IOException {
        try (var root = Files.list(Path.of("."))) {
            assertThat(root.filter(Files::isRegularFile).filter(file -> !file.endsWith(".git")))
                    .hasSizeLessThanOrEqualTo(12);
        }
        assertThat(Files.readString(Path.of("pom.xml")).split("<dependency>", -1))
                .hasSizeLessThanOrEqualTo(46);
    }

    @Test
    void no_module_reads_another_modules_tables() throws IOException {
        assertThat(foreignTables(MAIN)).isEmpty();
    }

    @Test
    void a_planted_foreign_table_is_found(@TempDir Path folder) throws IOException {
        var module = Files.createDirectories(folder.resolve("cases"));
        Files.createDirectories(folder.resolve("filing"));
        Files.writeString(module.resolve("Peek.java"), "\"select * from filing.draft\"");
        assertThat(foreignTables(folder)).hasSize(1);
    }

    /** Ruling 27: one installation is one agency. */
    @Test
    void no_table_asks_whose_agency_a_row_is() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .noneMatch(file -> TENANT.matcher(read(file)).find());
        }
    }

    private static List<String> foreignTables(Path main) throws IOException {
        List<String> modules;
        try (var folders = Files.list(main)) {
            modules = folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .toList();
        }
        var found = new ArrayList<String>();
        for (var source : sources(main)) {
            var module = String.valueOf(main.relativize(source).getName(0));
            SCHEMA.matcher(read(source))
                    .results()
                    .map(match -> match.group(1))
                    .filter(schema -> modules.contains(schema) && !schema.equals(module))
                    .forEach(schema -> found.add(source + " reads " + schema));
        }
        return found;
    }

    private static List<String> tooLong(Path folder, int limit) throws IOException {
        return sources(folder).stream()
                .filter(file -> read(file).lines().count() > limit)
                .map(Path::toString)
                .toList();
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
