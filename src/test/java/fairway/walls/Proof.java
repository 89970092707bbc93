package fairway.walls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What is asked for beside what was shown by the last run of the tests. */
record Proof(Rows rows, List<Shown> tests) {
    private static final String MISSING = "**no test**";

    private static final String HEAD = """
            # Account security, row by row

            Written by `./fairway check` from its run of the tests; do not edit. Each row is a requirement on accounts in our own
            words, or an attack that was tried; beside it stand the tests that carry its id (`@Tag`) and how they went. A row
            without a test that passed turns `./fairway check` red, except rows that wait for work still to come, which say so.
            63B is NIST SP 800-63B-4, ASVS is OWASP ASVS 5.0. Where our sources disagree with these standards, and what we
            do instead, is in the register of deviations. The list itself is `src/test/resources/proof/rows.yaml`.

            """;

    /** How a test went. */
    enum Outcome {
        PASSED,
        SKIPPED,
        FAILED;

        Outcome worse(Outcome other) {
            return compareTo(other) > 0 ? this : other;
        }
    }

    /** The committed list; {@code rows.yaml}. */
    record Rows(List<Row> requirements, List<Row> attacks) {}

    /** One line of it; {@code comes} names the work it waits for. */
    record Row(
            String id,
            @Nullable String source,
            String says,
            @Nullable String comes) {}

    /** One test that carries the id of a row. */
    record Shown(String id, String type, String method, Outcome outcome) {
        String sentence() {
            return "`" + type.replace("fairway.", "") + "` " + method.replace('_', ' ');
        }
    }

    static Rows asked() throws IOException {
        try (var file = Proof.class.getResourceAsStream("/proof/rows.yaml")) {
            return YAMLMapper.builder().build().readValue(file, Rows.class);
        }
    }

    /** A test that ran several times since the list was begun counts as it went the last time. */
    static Proof of(Rows rows, List<String> lines) {
        var last = new TreeMap<String, Shown>();
        for (var line : lines) {
            var cells = line.split("\t", -1);
            last.put(
                    cells[0] + " " + cells[1] + " " + cells[2],
                    new Shown(cells[0], cells[1], cells[2], Outcome.valueOf(cells[3])));
        }
        return new Proof(rows, List.copyOf(last.values()));
    }

    static Proof read(Path folder) throws IOException {
        var file = folder.resolve(RunRecord.FILE);
        return of(asked(), Files.exists(file) ? Files.readAllLines(file) : List.of());
    }

    /** Why the page may not be green: rows without a test that passed, tests that failed, ids nobody asked for. */
    List<String> lacking() {
        var lacking = new ArrayList<String>();
        for (var row : all()) {
            if (result(row).equals(MISSING)) {
                lacking.add(row.id() + " has no test that ran: " + row.says());
            }
        }
        tests.stream()
                .filter(test -> test.outcome() == Outcome.FAILED)
                .forEach(test -> lacking.add(test.id() + " failed: " + test.sentence()));
        var known = all().stream().map(Row::id).collect(Collectors.toSet());
        tests.stream()
                .filter(test -> !known.contains(test.id()))
                .forEach(test -> lacking.add(test.id() + " is no row of rows.yaml: " + test.sentence()));
        return lacking;
    }

    String page() {
        return HEAD + "## Requirements\n\n"
                + table(rows.requirements(), true)
                + "\n## Attacks\n\n"
                + table(rows.attacks(), false);
    }

    private String table(List<Row> list, boolean sources) {
        var text = new StringBuilder(
                sources
                        ? "| id | what is asked | source | tests | result |\n|---|---|---|---|---|\n"
                        : "| id | what is tried | tests | result |\n|---|---|---|---|\n");
        for (var row : list) {
            text.append("| ").append(row.id()).append(" | ").append(row.says()).append(" | ");
            if (sources) {
                text.append(row.source()).append(" | ");
            }
            text.append(testsOf(row).stream().map(Shown::sentence).collect(Collectors.joining("<br>")))
                    .append(" | ")
                    .append(result(row))
                    .append(" |\n");
        }
        return text.toString();
    }

    private String result(Row row) {
        var outcomes = testsOf(row).stream().map(Shown::outcome).collect(Collectors.toSet());
        if (outcomes.contains(Outcome.FAILED)) {
            return "**fails**";
        }
        if (outcomes.contains(Outcome.PASSED)) {
            return "holds";
        }
        return row.comes() == null ? MISSING : "comes with " + row.comes();
    }

    private List<Shown> testsOf(Row row) {
        return tests.stream()
                .filter(test -> test.id().equals(row.id()))
                .sorted(Comparator.comparing(Shown::type).thenComparing(Shown::method))
                .toList();
    }

    private List<Row> all() {
        return Stream.concat(rows.requirements().stream(), rows.attacks().stream())
                .toList();
    }
}
